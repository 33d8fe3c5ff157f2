import { SaxesParser } from 'saxes';

/** What is done with the parts of an XML text. Names come without their prefix. */
export interface XmlEars {
  open?(name: string, attribute: (name: string) => string | undefined): void;
  text?(text: string): void;
  close?(name: string): void;
}

/**
 * Reads XML piece by piece with a strict parser. A document type, and with it every entity of its
 * own, is refused. Throws an `Error` without content on anything that is not well-formed.
 */
export async function readXml(
  pieces: AsyncIterable<Uint8Array<ArrayBuffer>>,
  ears: XmlEars,
): Promise<void> {
  const parser = new SaxesParser();
  const refuse = () => {
    throw new TypeError('not well-formed XML');
  };
  parser.on('error', refuse);
  parser.on('doctype', refuse);
  parser.on('opentag', ({ name, attributes }) =>
    ears.open?.(bare(name), (wanted) => {
      if (Object.hasOwn(attributes, wanted)) return attributes[wanted];
      const found = Object.keys(attributes).find((one) => bare(one) === wanted);
      return found === undefined ? undefined : attributes[found];
    }),
  );
  parser.on('closetag', ({ name }) => ears.close?.(bare(name)));
  parser.on('text', (text) => ears.text?.(text));
  parser.on('cdata', (text) => ears.text?.(text));
  const decoder = new TextDecoder('utf-8', { fatal: true });
  for await (const piece of pieces) parser.write(decoder.decode(piece, { stream: true }));
  parser.write(decoder.decode()).close();
}

const bare = (name: string) => name.slice(name.indexOf(':') + 1);
