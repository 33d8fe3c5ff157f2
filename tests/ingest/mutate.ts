import { encode, randomDialect, randomGrants, writeTable, type Dice } from './random-table';

const join = (parts: readonly Uint8Array[]) =>
  new Uint8Array(Buffer.concat(parts)) as Uint8Array<ArrayBuffer>;
const bytesOf = (text: string) => new TextEncoder().encode(text);

type Mutation = (bytes: Uint8Array<ArrayBuffer>, dice: Dice) => Uint8Array<ArrayBuffer>;

const insert =
  (what: (dice: Dice) => Uint8Array): Mutation =>
  (bytes, dice) => {
    const at = dice.draw(bytes.length + 1);
    return join([bytes.slice(0, at), what(dice), bytes.slice(at)]);
  };

const nearLine = (bytes: Uint8Array, { draw }: Dice) => {
  const at = draw(bytes.length + 1);
  const found = bytes.indexOf(10, at);
  return found < 0 ? bytes.length : found + 1;
};

/** Ways in which files come to harm. */
const mutations: Readonly<Record<string, Mutation>> = {
  flip: (bytes, { draw }) => {
    const out = bytes.slice();
    for (let i = 1 + draw(6); i > 0 && out.length; i--) out[draw(out.length)]! ^= 1 << draw(8);
    return out;
  },
  cutLine: (bytes, dice) => {
    const [a, b] = [nearLine(bytes, dice), nearLine(bytes, dice)];
    return join([bytes.slice(0, Math.min(a, b)), bytes.slice(Math.max(a, b))]);
  },
  doubleLine: (bytes, dice) => {
    const [a, b] = [nearLine(bytes, dice), nearLine(bytes, dice)];
    return join([bytes.slice(0, Math.max(a, b)), bytes.slice(Math.min(a, b))]);
  },
  cutEnd: (bytes, { draw }) => bytes.slice(0, draw(bytes.length + 1)),
  quote: insert(({ one }) => bytesOf(one(['"', "'", '""', '"\n', '","']))),
  nul: insert(({ draw }) => new Uint8Array(1 + draw(3))),
  newline: insert(({ one }) => bytesOf(one(['\n', '\r', '\r\n', '\n\n\n', '\u2028', '\v']))),
  delimiter: insert(({ one }) => bytesOf(one([',', ';', '\t', '|', ',,,,']))),
  swap: (bytes, { draw, one }) => {
    const [from, to] = [one([44, 59, 9, 124]), one([44, 59, 9, 124])];
    const start = draw(bytes.length + 1);
    return bytes.map((byte, i) => (i >= start && byte === from ? to : byte));
  },
  mixEncodings: insert((dice) =>
    encode(
      dice.one(['Ålesund', 'Łódź', 'qæøåq', '€']),
      dice.one([
        { encoding: 'utf-8', bom: true },
        { encoding: 'utf-16le', bom: false },
        { encoding: 'utf-16be', bom: true },
      ] as const),
    ),
  ),
  loneBytes: insert(({ draw }) => Uint8Array.from({ length: 1 + draw(3) }, () => 128 + draw(128))),
  title: (bytes, { one }) =>
    join([bytesOf(one(['A title\n', 'sep=;\n', 'A title;;;;\n', '\n\n', '#x\n', '"'])), bytes]),
  footer: (bytes, { one }) =>
    join([bytes, bytesOf(one(['Total,,,,,,,\n', 'Source: x\n', '\n\n\n', ';;;', '\u001a', '"']))]),
};

/** A table written in some dialect and harmed up to four times. */
export function harmedFile(dice: Dice): { bytes: Uint8Array<ArrayBuffer>; how: string[] } {
  const dialect = randomDialect(dice);
  const { header, rows } = randomGrants(dice, dialect.encoding, dialect.decimal);
  let bytes = writeTable([header, ...rows], dialect, dice);
  const how: string[] = [];
  for (let i = 1 + dice.draw(4); i > 0; i--) {
    const name = dice.one(Object.keys(mutations));
    how.push(name);
    bytes = mutations[name]!(bytes, dice);
  }
  return { bytes, how };
}
