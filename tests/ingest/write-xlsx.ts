import { deflateRawSync } from 'node:zlib';

/** A zip archive, written for tests: deflated entries, no checksums (no reader here looks at them). */
export function writeZip(
  parts: Readonly<Record<string, string | Uint8Array>>,
): Uint8Array<ArrayBuffer> {
  const chunks: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let at = 0;
  for (const [name, content] of Object.entries(parts)) {
    const title = new TextEncoder().encode(name);
    const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
    const packed = deflateRawSync(bytes);
    const local = new DataView(new ArrayBuffer(30));
    local.setUint32(0, 0x04034b50, true);
    local.setUint16(8, 8, true);
    local.setUint32(18, packed.length, true);
    local.setUint32(22, bytes.length, true);
    local.setUint16(26, title.length, true);
    const central = new DataView(new ArrayBuffer(46));
    central.setUint32(0, 0x02014b50, true);
    central.setUint16(10, 8, true);
    central.setUint32(20, packed.length, true);
    central.setUint32(24, bytes.length, true);
    central.setUint16(28, title.length, true);
    central.setUint32(42, at, true);
    chunks.push(new Uint8Array(local.buffer), title, packed);
    directory.push(new Uint8Array(central.buffer), title);
    at += 30 + title.length + packed.length;
  }
  const size = directory.reduce((sum, { length }) => sum + length, 0);
  const end = new DataView(new ArrayBuffer(22));
  end.setUint32(0, 0x06054b50, true);
  end.setUint16(8, directory.length / 2, true);
  end.setUint16(10, directory.length / 2, true);
  end.setUint32(12, size, true);
  end.setUint32(16, at, true);
  return new Uint8Array(Buffer.concat([...chunks, ...directory, new Uint8Array(end.buffer)]));
}

export interface WrittenSheet {
  readonly name: string;
  readonly state?: 'hidden' | 'veryHidden';
  /** XML of the rows, as the text inside `sheetData`. */
  readonly rows: string;
  /** XML before and after the rows. */
  readonly before?: string;
  readonly after?: string;
}

const spreadsheet = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packages = 'http://schemas.openxmlformats.org/package/2006/relationships';

/** The parts of a workbook. Styles: 1 date, 2 date and time, 3 `00000`, 4 time of day, 5 `dd/mm/yyyy`. */
export function workbookParts(
  sheets: readonly WrittenSheet[],
  { strings = [] as readonly string[], date1904 = false } = {},
): Record<string, string> {
  const parts: Record<string, string> = {
    '[Content_Types].xml': '<Types/>',
    '_rels/.rels': `<Relationships xmlns="${packages}"><Relationship Id="r1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<?xml version="1.0"?><workbook xmlns="${spreadsheet}" xmlns:r="${relations}">${date1904 ? '<workbookPr date1904="1"/>' : ''}<sheets>${sheets
      .map(
        ({ name, state }, i) =>
          `<sheet name="${name}" sheetId="${i + 1}"${state ? ` state="${state}"` : ''} r:id="s${i}"/>`,
      )
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${packages}">${sheets
      .map(
        (_, i) =>
          `<Relationship Id="s${i}" Type="${relations}/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`,
      )
      .join(
        '',
      )}<Relationship Id="t" Type="${relations}/styles" Target="styles.xml"/><Relationship Id="u" Type="${relations}/sharedStrings" Target="/xl/sharedStrings.xml"/></Relationships>`,
    'xl/styles.xml': `<styleSheet xmlns="${spreadsheet}"><numFmts><numFmt numFmtId="164" formatCode="00000"/><numFmt numFmtId="165" formatCode="[$-414]dd/mm/yyyy;@"/></numFmts><cellStyleXfs><xf numFmtId="9"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="22"/><xf numFmtId="164"/><xf numFmtId="20"/><xf numFmtId="165"/></cellXfs></styleSheet>`,
    'xl/sharedStrings.xml': `<sst xmlns="${spreadsheet}">${strings.map((text) => `<si>${text}</si>`).join('')}</sst>`,
  };
  sheets.forEach(({ rows, before = '', after = '' }, i) => {
    parts[`xl/worksheets/sheet${i + 1}.xml`] =
      `<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="${spreadsheet}">${before}<sheetData>${rows}</sheetData>${after}</worksheet>`;
  });
  return parts;
}

/** Rows of inline texts; an empty text writes no cell. */
export const textRows = (rows: readonly (readonly string[])[], from = 1): string =>
  rows
    .map(
      (row, i) =>
        `<row r="${from + i}">${row
          .map((text, at) => (text ? inline(placeOf(at, from + i), text) : ''))
          .join('')}</row>`,
    )
    .join('');

/** `AB12` of a column from 0 and a row from 1. */
function placeOf(column: number, row: number): string {
  let letters = '';
  for (let n = column + 1; n > 0; n = Math.floor((n - 1) / 26))
    letters = String.fromCharCode(65 + ((n - 1) % 26)) + letters;
  return `${letters}${row}`;
}

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** A cell with a text of its own. */
export const inline = (place: string, text: string): string =>
  `<c r="${place}" t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`;
