import { columnOf } from '$lib/disclosure/cut';
import type { CountTable, Draft } from '$lib/disclosure/draft';
import { keyText } from '$lib/disclosure/table';
import type { CellRef } from '$lib/disclosure/table';
import type { Text } from '$lib/schema/text';
import { unknowns } from './composition-rows';
import { overLonger, sumsOf, withGuards, type CellSum } from './guarded-sums';
import { total } from './part';
import { kindOf, type Period } from './period';
import { groupsUnder, groupUnder, linesOf, lineText, nearParts, rowParts } from './published';
import type { PublishedLine, PublishedTable, RowPart } from './published';

/** The rows of the published tables of a figure. */
const linesAbout = (id: string, tables: readonly PublishedTable[]): PublishedLine[] =>
  linesOf(tables.filter(({ indicator }) => indicator.id === id));

/**
 * What published tables say of registered children, whom many figures count by their codes: counts, rates and
 * compositions of that population, as rows of a figure with the measures `count` and `age_unknown`.
 */
function linesOfRegistered(tables: readonly PublishedTable[]): PublishedLine[] {
  return tables.flatMap((table): PublishedLine[] => {
    const { population, anyAge, statistic, rows, measures } = table.indicator;
    if (population !== 'P-REG' || anyAge || rows) return [];
    const lines = linesOf([table]);
    const counted = (line: PublishedLine, measure: string, value = line.numbers.numerator) =>
      value === undefined ? [] : [{ ...line, measure, numbers: { value } }];
    if (statistic.kind === 'count' || statistic.kind === 'rate')
      return lines.flatMap((line) => {
        const reads = measures.find(({ id }) => id === line.measure)?.reads;
        return counted(line, reads === 'unknown' ? 'age_unknown' : 'count');
      });
    if (statistic.kind !== 'composition' || statistic.multiple) return [];
    const { of } = statistic;
    return lines.flatMap((line) => {
      const { [of]: code, ...group } = line.group;
      if (code === undefined) return [];
      const everyone = unknowns.includes(code)
        ? counted({ ...line, group }, 'count', line.numbers.denominator)
        : [];
      return [...counted(line, 'count'), ...everyone];
    });
  });
}

/** How a table of the lattice stands to what was published. */
interface Place {
  /** What it is crossed by. */
  readonly columns: readonly string[];
  /** It counts registered children for other figures. */
  readonly registered: boolean;
}

const linesFor = (id: string, published: readonly PublishedTable[], { registered }: Place) =>
  registered ? linesOfRegistered(published) : linesAbout(id, published);

/** Kinds of calendar periods that were published of a figure. */
export function publishedKinds(
  id: string,
  published: readonly PublishedTable[],
  place: Place,
): ReadonlySet<Period['kind']> {
  const periods = new Set(linesFor(id, published, place).map(({ period }) => period));
  return new Set([...periods].flatMap((period) => kindOf(period) ?? []));
}

/**
 * The draft of a table of the lattice with the counts guarded that beside published tables would tell of 1 to k − 1
 * children, and those of longer periods, to which the shorter ones of `finer` drafts that were published add up:
 * withholding another of these would be no help where it was published too.
 */
export function guardPublished(
  draft: Draft,
  finer: readonly Draft[],
  published: readonly PublishedTable[],
  place: Place,
): Draft {
  const lines = linesFor(draft.indicator, published, place);
  if (lines.length === 0) return draft;
  const sums = [
    ...nearSums(draft, lines, place),
    ...finer.flatMap((one) => overLonger(nearSums(one, lines, place), one, draft)),
  ];
  return sums.length > 0 ? withGuards(draft, sums, !place.registered) : draft;
}

/**
 * The counts that are near to published ones. Where no count is the number itself, every count that it is made of.
 */
function nearSums(
  { tables, rows, threshold }: Draft,
  lines: readonly PublishedLine[],
  { columns }: Place,
): CellSum[] {
  const values = tables.map(
    ({ cells }) => new Map(cells.map(({ key, value }) => [keyText(key), value])),
  );
  const valueOf = ({ table, key }: CellRef) => values[table]!.get(keyText(key)) ?? 0;
  const known = new Map(rows.map((row) => [lineText({ ...row, group: row.by, several: {} }), row]));
  const sums = [...byText(lines).values()].flatMap((alike): CellSum[] => {
    const line = alike[0]!;
    // One row, or those of each code that a filter on several let pass.
    const met = groupsUnder(line, columns).flatMap((group) => {
      const row = known.get(lineText({ ...line, group, several: {} }));
      return row ? [row] : [];
    });
    const [first] = met;
    if (!first) return [];
    const sum = (part: RowPart) => met.reduce((all, row) => all + (row[part] ?? 0), 0);
    const told = rowParts.filter((part) => typeof first[part] === 'number');
    const whole = { ...first, ...Object.fromEntries(told.map((part) => [part, sum(part)])) };
    const made = sumsOf(met, Object.keys(line.several), tables);
    return nearParts(whole, alike, threshold).flatMap((part) => {
      const own = made.filter(
        (refs) => refs.reduce((all, ref) => all + valueOf(ref), 0) === whole[part],
      );
      return own.length > 0 ? own : made;
    });
  });
  return sums.filter((refs) =>
    refs.every(({ table, key }) => isOver(tables[table]!, key, columns)),
  );
}

const byText = (lines: readonly PublishedLine[]): ReadonlyMap<string, readonly PublishedLine[]> => {
  const found = new Map<string, PublishedLine[]>();
  for (const line of lines) {
    const text = lineText(line);
    const same = found.get(text);
    if (same) same.push(line);
    else found.set(text, [line]);
  }
  return found;
};

/** Whether a count is one of the table crossed by these columns, not a sum over one of them. */
const isOver = ({ dims }: CountTable, key: CellRef['key'], columns: readonly string[]): boolean =>
  dims.every(({ name }, at) => key[at] !== total || !columns.includes(columnOf(name)));

/**
 * A figure in Release view beside the tables of it that were published: rows with numbers that together with them
 * would tell of 1 to k − 1 children are withheld, and it says that they were taken as known.
 */
export function besidePublished(
  draft: Draft,
  published: readonly PublishedTable[],
  where: PublishedTable['where'],
): Draft {
  const own = published.filter(({ indicator }) => indicator.id === draft.indicator);
  if (own.length === 0) return draft;
  const known = byText(linesOf(own));
  const rows = draft.rows.map((row) => {
    const under = groupUnder(row.by, where);
    const lines = under && known.get(lineText({ ...row, ...under }));
    return lines && nearParts(row, lines, draft.threshold).length > 0
      ? { ...row, counts: [], withhold: true, share: undefined }
      : row;
  });
  return { ...draft, rows, notes: [...draft.notes, publishedNote(own.length, draft.threshold)] };
}

const publishedNote = (tables: number, k: number): Text => ({
  en: `${tables === 1 ? 'One table' : `${tables} tables`} of this indicator published before ${tables === 1 ? 'was' : 'were'} taken as known: a number that differs from the published one by 1 to ${k - 1} is withheld, because the two together would tell of so few. Hold such a revision for the periodical update of the series, or publish totals only.`,
  nb: `${tables === 1 ? 'Én tabell' : `${tables} tabeller`} for denne indikatoren som er publisert før, regnes som kjent: Et tall som skiller seg fra det publiserte med 1 til ${k - 1}, holdes tilbake, fordi de to sammen ville fortelle om så få. Vent med en slik revisjon til den faste oppdateringen av serien, eller publiser bare summer.`,
});
