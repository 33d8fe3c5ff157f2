import { numberStyle, writtenText, type NumberStyle } from './cell-text';
import { readXml } from './read-xml';
import type { Allowance } from './unpacked';
import type { ZipEntry } from './zip-entries';

/** What the parts of a workbook say about its sheets. */
export interface Workbook {
  readonly sheets: readonly {
    readonly name: string;
    readonly hidden: boolean;
    /** The part that holds its cells; null for a sheet that is no table of cells (a chart). */
    readonly part: ZipEntry | null;
  }[];
  readonly from1904: boolean;
  readonly styles: readonly NumberStyle[];
  readonly strings: readonly string[];
  readonly macros: boolean;
  readonly externalLinks: boolean;
}

type Entries = ReadonlyMap<string, ZipEntry>;

/**
 * A workbook (ECMA-376 part 1, transitional or strict) without the cells of its sheets, or null when
 * the archive is something else. Targets of relationships are looked up inside the archive only;
 * nothing outside it is ever opened. Throws `TypeError` when damaged, `TooLarge` beyond the allowance.
 */
export async function openWorkbook(
  entries: Entries,
  allowance: Allowance,
  signal?: AbortSignal,
): Promise<Workbook | null> {
  const read = (name: string, ears: Parameters<typeof readXml>[1]) => {
    const entry = entries.get(name);
    return entry ? readXml(entry.read(allowance, signal), ears) : Promise.resolve();
  };
  if (!entries.has('[Content_Types].xml')) return null;
  const root = await relationships(read, '_rels/.rels', '');
  const main = [...root.values()].find(({ type }) => type === 'officeDocument')?.target;
  if (!main || !entries.has(main) || !main.endsWith('.xml')) return null;
  const folder = main.slice(0, main.lastIndexOf('/') + 1);
  const parts = await relationships(
    read,
    `${folder}_rels/${main.slice(folder.length)}.rels`,
    folder,
  );
  const sheets: Workbook['sheets'][number][] = [];
  let [from1904, isWorkbook] = [false, false];
  await read(main, {
    open(name, attribute) {
      if (name === 'workbook') isWorkbook = true;
      if (name === 'workbookPr') from1904 = /^(1|true)$/.test(attribute('date1904') ?? '');
      if (name !== 'sheet') return;
      const told = parts.get(attribute('r:id') ?? attribute('id') ?? '');
      const part = told?.type === 'worksheet' ? entries.get(told.target) : undefined;
      const hidden = /idden$/.test(attribute('state') ?? '');
      sheets.push({
        name: attribute('name') ?? `${sheets.length + 1}`,
        hidden,
        part: part ?? null,
      });
    },
  });
  if (!isWorkbook) return null;
  const of = (type: string) => [...parts.values()].find((one) => one.type === type)?.target ?? '';
  const names = [...entries.keys()];
  return {
    sheets,
    from1904,
    styles: await stylesOf(read, of('styles')),
    strings: await stringsOf(read, of('sharedStrings')),
    macros: names.some((name) => /vbaProject|macrosheets/i.test(name)),
    externalLinks: names.some((name) => /(^|\/)externalLinks\//i.test(name)),
  };
}

type Read = (name: string, ears: Parameters<typeof readXml>[1]) => Promise<void>;

async function relationships(read: Read, name: string, folder: string) {
  const found = new Map<string, { readonly type: string; readonly target: string }>();
  await read(name, {
    open(tag, attribute) {
      const [id, target] = [attribute('Id'), attribute('Target')];
      if (tag !== 'Relationship' || !id || !target || attribute('TargetMode') === 'External')
        return;
      const type = attribute('Type')?.replace(/^.*\//, '') ?? '';
      found.set(id, { type, target: resolved(folder, target) });
    },
  });
  return found;
}

/** A target as a name in the archive; `..` never leads out of it. */
function resolved(folder: string, target: string): string {
  const steps: string[] = [];
  for (const step of (target.startsWith('/') ? target : folder + target).split('/'))
    if (step === '..') steps.pop();
    else if (step && step !== '.') steps.push(step);
  return steps.join('/');
}

async function stylesOf(read: Read, name: string): Promise<NumberStyle[]> {
  const codes = new Map<number, string>();
  const styles: NumberStyle[] = [];
  let inCells = false;
  await read(name, {
    open(tag, attribute) {
      if (tag === 'numFmt') codes.set(Number(attribute('numFmtId')), attribute('formatCode') ?? '');
      else if (tag === 'cellXfs') inCells = true;
      else if (tag === 'xf' && inCells) {
        const id = Number(attribute('numFmtId') ?? 0);
        styles.push(numberStyle(id, codes.get(id)));
      }
    },
    close(tag) {
      if (tag === 'cellXfs') inCells = false;
    },
  });
  return styles;
}

async function stringsOf(read: Read, name: string): Promise<string[]> {
  const strings: string[] = [];
  let [text, inText, phonetic] = ['', false, false];
  await read(name, {
    open(tag) {
      if (tag === 'si') text = '';
      else if (tag === 'rPh') phonetic = true;
      else if (tag === 't') inText = !phonetic;
    },
    text(piece) {
      if (inText) text += piece;
    },
    close(tag) {
      if (tag === 't') inText = false;
      else if (tag === 'rPh') phonetic = false;
      else if (tag === 'si') strings.push(writtenText(text));
    },
  });
  return strings;
}
