/**
 * How time is cut. `from` and `to` are months `YYYY-MM`, both inclusive. `month` (1–12) goes with
 * two kinds only: the first month of a `financial` year, the last month of a year `ending` in it.
 * `rolling` is twelve months at a time, back from the last month: the periods touch and never
 * overlap, since two overlapping windows would give away the months in which they differ.
 */
export interface Period {
  readonly kind: 'all' | 'year' | 'half' | 'quarter' | 'month' | 'financial' | 'rolling' | 'ending';
  readonly month?: number;
  readonly from?: string;
  readonly to?: string;
}

/** One period as a figure names it, with its months from `first` to `last` inclusive. */
export interface Slice {
  /** `all`, `2023`, `2023-H1`, `2023-Q1`, `2023-01` or `2023-04..2024-03`. */
  readonly id: string;
  readonly first: string;
  readonly last: string;
  /** The period has months that the files do not cover: never compared with whole periods. */
  readonly incomplete?: true;
}

const monthPattern = /^\d{4}-(0[1-9]|1[0-2])$/;
const lengths = { year: 12, half: 6, quarter: 3, month: 1 } as const;
/** Kinds that name a month of the year, with the one they mean unless told. */
const anchors = { financial: 4, ending: 12 } as const;

/** Reads the three parts of a period; what is not a month is left out. */
export function parsePeriod(kind?: string, from?: string, to?: string): Period {
  const start = from && monthPattern.test(from) ? from : undefined;
  const end = to && monthPattern.test(to) ? to : undefined;
  return {
    ...parseKind(kind ?? ''),
    ...(start ? { from: start } : {}),
    ...(end && (!start || end >= start) ? { to: end } : {}),
  };
}

function parseKind(word: string): Period {
  const [, anchored, digits] = /^(financial|ending)(?:-(0[1-9]|1[0-2]))?$/.exec(word) ?? [];
  if (anchored) {
    const kind = anchored as keyof typeof anchors;
    return { kind, month: digits ? Number(digits) : anchors[kind] };
  }
  return { kind: word in lengths || word === 'rolling' ? (word as Period['kind']) : 'all' };
}

/** The word of a kind in the fragment and on the command line: `year`, `financial-04`, `ending-03`. */
export const formatKind = ({ kind, month }: Period): string =>
  kind === 'financial' || kind === 'ending'
    ? `${kind}-${String(month ?? anchors[kind]).padStart(2, '0')}`
    : kind;

/**
 * The periods a view asks for inside the months the data claim to cover. Years of a window that
 * does not begin in January are years from its first month (`2023-04..2024-03`), as financial years
 * are. Months the data do not cover belong to no period (ruling M9): without a file there is no
 * zero, and the period is marked incomplete. `until` is the month that rolling periods count back
 * from; the last covered month if left out.
 */
export function slicesOf(
  period: Period,
  covered: { first: string; last: string },
  until: string = covered.last,
): Slice[] {
  return wholeSlices(period, covered, until).flatMap(({ id, first, last }) => {
    const [begins, ends] = [later(first, covered.first), earlier(last, covered.last)];
    if (begins > ends) return [];
    const whole = begins === first && ends === last;
    return [{ id, first: begins, last: ends, ...(whole ? {} : { incomplete: true as const }) }];
  });
}

const later = (one: string, other: string) => (one > other ? one : other);
const earlier = (one: string, other: string) => (one < other ? one : other);

function wholeSlices(
  period: Period,
  covered: { first: string; last: string },
  until: string,
): Slice[] {
  const first = period.from ?? covered.first;
  const last = period.to ?? covered.last;
  if (period.kind === 'all')
    return [{ id: period.from || period.to ? `${first}..${last}` : 'all', first, last }];
  const length = lengths[period.kind as keyof typeof lengths] ?? 12;
  const slices: Slice[] = [];
  let start = firstStart(period, first, length, earlier(last, until));
  const end = period.kind === 'rolling' ? earlier(last, until) : last;
  while (start <= end) {
    slices.push({ id: sliceId(start, length), first: start, last: addMonths(start, length - 1) });
    start = addMonths(start, length);
  }
  return slices;
}

/** The kind of a calendar period by its name; undefined for `all` and ranges of months. */
export const kindOf = (id: string): keyof typeof lengths | undefined =>
  [
    ['year', /^\d{4}$/] as const,
    ['half', /^\d{4}-H\d$/] as const,
    ['quarter', /^\d{4}-Q\d$/] as const,
    ['month', monthPattern] as const,
  ].find(([, pattern]) => pattern.test(id))?.[0];

/** First month of the first period that holds the month `first`. */
function firstStart(period: Period, first: string, length: number, until: string): string {
  if (period.kind === 'financial') return yearFrom(first, period.month ?? anchors.financial);
  if (period.kind === 'ending') return yearFrom(first, ((period.month ?? anchors.ending) % 12) + 1);
  if (period.kind === 'rolling') return yearFrom(first, (Number(until.slice(5)) % 12) + 1);
  return period.kind === 'year' && period.from !== undefined
    ? first
    : addMonths(first, -(monthIndex(first) % length));
}

/** First month of the year, beginning in the month `start` (1–12), that holds a month. */
const yearFrom = (month: string, start: number): string =>
  addMonths(month, -((Number(month.slice(5)) - start + 12) % 12));

/** `YYYY-MM` moved by whole months. */
export function addMonths(month: string, by: number): string {
  const index = monthIndex(month) + by;
  return `${String(Math.floor(index / 12)).padStart(4, '0')}-${String((index % 12) + 1).padStart(2, '0')}`;
}

/** First day of a month as hours since 1970-01-01T00:00Z. */
export function monthStartHours(month: string): number {
  return Date.parse(`${month}-01T00:00:00Z`) / 3_600_000;
}

const monthIndex = (month: string) =>
  Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;

function sliceId(start: string, length: number): string {
  const year = start.slice(0, 4);
  const part = Math.floor((Number(start.slice(5, 7)) - 1) / length) + 1;
  if (length === 12) return start.endsWith('-01') ? year : `${start}..${addMonths(start, 11)}`;
  if (length === 6) return `${year}-H${part}`;
  if (length === 3) return `${year}-Q${part}`;
  return start;
}

/** Months of a period as a figure names it; null for `all` and for days. Whole where nothing says otherwise. */
export function sliceOfId(id: string): Slice | null {
  const [, year, part, number] = /^(\d{4})(?:-([HQ]?)(\d{1,2}))?$/.exec(id) ?? [];
  if (year !== undefined) {
    const length = part === 'H' ? 6 : part === 'Q' ? 3 : number ? 1 : 12;
    const first = addMonths(`${year}-01`, (Number(number ?? 1) - 1) * length);
    return { id, first, last: addMonths(first, length - 1) };
  }
  const [first = '', last = ''] = id.split('..');
  return monthPattern.test(first) && monthPattern.test(last) ? { id, first, last } : null;
}
