import {
  codeOf,
  dayAfterMonth,
  firstDayOfMonth,
  spanOf,
  startHour,
  type Cells,
  type Files,
  type Moment,
} from './cells';
import { childrenOf, type Child } from './children';
import { groupBy, type PlainRow } from './figure-row';
import { spellsOf } from './liberty';
import { careStays, groupOfChild, inPopulation, type Months } from './populations';

/** Hours from `from` up to, not including, `to`. */
interface Stretch {
  readonly from: number;
  readonly to: number;
}

const hoursOfMonth = 30.4375 * 24;

/** MC-02: missing episodes per 100 child-months in care, and first episodes alone. */
export function missingRate(
  files: Files,
  months: Months,
  breakdown: string,
  types: readonly string[],
): PlainRow[] {
  const exact = codeOf(files.meta?.[0]?.date_mode).code === 'exact';
  const inCare = childrenOf(files).filter(
    (child) =>
      inPopulation(child, 'P-REG') && child.isChild && child.t0 && careStays(child).length > 0,
  );
  // Hours since T0 at which the window opens and closes. Without a calendar T0 is the middle of
  // the month in which the child was detected.
  const windowOf = ({ t0, month }: Child): Stretch => {
    const zero = exact && t0 ? startHour(t0) : firstDayOfMonth(month) * 24 + hoursOfMonth / 2;
    return {
      from: firstDayOfMonth(months.first) * 24 - zero,
      to: dayAfterMonth(months.last) * 24 - zero,
    };
  };
  return groupBy(inCare, (child) => groupOfChild(child, breakdown)).flatMap(({ by, units }) => {
    const lives = units.map((child) => life(child, types, windowOf(child)));
    if (lives.every(({ exposure }) => exposure === 0)) return [];
    const row = { period: months.id, by };
    return [
      { ...row, measure: 'rate_per_100_child_months', ...rate(lives, 'episodes', 'exposure') },
      {
        ...row,
        measure: 'first_rate_per_100_child_months',
        ...rate(lives, 'firstEpisodes', 'exposureToFirst'),
      },
    ];
  });
}

interface Life {
  readonly episodes: number;
  readonly exposure: number;
  readonly firstEpisodes: number;
  readonly exposureToFirst: number;
}

/** Episodes and hours at risk of one child; all hours are since T0. */
function life(child: Child, types: readonly string[], window: Stretch): Life {
  const { t0 } = child;
  const none = { episodes: 0, exposure: 0, firstEpisodes: 0, exposureToFirst: 0 };
  if (!t0) return none;
  const stretches = (rows: readonly Cells[]) =>
    rows.map((row) => stretchOf(row, t0)).filter(isStretch);
  const care = stretches(careStays(child));
  const missing = merged(
    stretches(
      child
        .events('missing_episodes')
        .filter((row) => types.includes(codeOf(row.episode_type).code ?? '')),
    ),
  );
  const locked = spellsOf(child, 'a').flatMap(({ from, to }) =>
    from === null ? [] : [{ from, to: to ?? Infinity }],
  );
  const observed = { from: 0, to: Math.min(child.observedTo ?? 0, child.turns18 ?? Infinity) };
  const free = union(care).flatMap((stay) =>
    without([cut(stay, observed)], [...missing, ...locked]),
  );
  const starts = missing
    .map(({ from }) => from)
    .filter(
      (hour) =>
        hour >= observed.from &&
        hour <= observed.to &&
        care.some(({ from, to }) => from <= hour && hour <= to) &&
        !locked.some(({ from, to }) => from < hour && hour < to),
    );
  const first = Math.min(Infinity, ...starts);
  const hours = (until: number) =>
    free
      .map((one) => cut(cut(one, window), { from: -Infinity, to: until }))
      .filter(holdsTime)
      .reduce((sum, { from, to }) => sum + to - from, 0);
  if (hours(Infinity) === 0) return none;
  const inWindow = (hour: number) => hour >= window.from && hour < window.to;
  return {
    episodes: starts.filter(inWindow).length,
    exposure: hours(Infinity),
    firstEpisodes: inWindow(first) ? 1 : 0,
    exposureToFirst: hours(first),
  };
}

function rate(
  lives: readonly Life[],
  counted: 'episodes' | 'firstEpisodes',
  hours: 'exposure' | 'exposureToFirst',
): Pick<PlainRow, 'numerator' | 'denominator' | 'n' | 'value' | 'status'> {
  const numerator = lives.reduce((sum, one) => sum + one[counted], 0);
  const childMonths = lives.reduce((sum, one) => sum + one[hours], 0) / hoursOfMonth;
  const children = lives.filter((one) => one[hours] > 0).length;
  const counts = { numerator, denominator: Math.round(childMonths * 1000) / 1000, n: children };
  if (childMonths === 0) return { ...counts, value: null, status: 'undefined' };
  if (children < 10 || childMonths < 10) return { ...counts, value: null, status: 'too_few' };
  return { ...counts, value: (numerator / childMonths) * 100, status: 'ok' };
}

/** A row as hours since T0; open ends run on, ends before starts are not valid. */
export function stretchOf(row: Cells, t0: Moment): Stretch | null {
  const { from, to, valid } = spanOf(row, t0);
  return valid && from !== null ? { from, to: to ?? Infinity } : null;
}

export const isStretch = (stretch: Stretch | null): stretch is Stretch => stretch !== null;
const holdsTime = ({ from, to }: Stretch): boolean => to > from;
const cut = (a: Stretch, b: Stretch): Stretch => ({
  from: Math.max(a.from, b.from),
  to: Math.min(a.to, b.to),
});

/** Overlapping stays made one. */
function union(stretches: readonly Stretch[]): Stretch[] {
  const joined: Stretch[] = [];
  for (const one of [...stretches].sort((a, b) => a.from - b.from)) {
    const last = joined.at(-1);
    if (last && one.from < last.to)
      joined[joined.length - 1] = { ...last, to: Math.max(last.to, one.to) };
    else joined.push(one);
  }
  return joined;
}

/**
 * Overlapping episodes of one child made one: earliest start, latest known end, open only if every
 * part is open (ruling M7). One that begins as another ends is a new one, unless both begin there.
 */
export function merged(episodes: readonly Stretch[]): Stretch[] {
  const groups: Stretch[][] = [];
  for (const one of [...episodes].sort((a, b) => a.from - b.from || a.to - b.to)) {
    const group = groups.find((group) =>
      group.some(({ from, to }) => one.from < to || one.from === from),
    );
    if (group) group.push(one);
    else groups.push([one]);
  }
  return groups.map((group) => {
    const ends = group.map(({ to }) => to).filter(Number.isFinite);
    return {
      from: Math.min(...group.map(({ from }) => from)),
      to: ends.length > 0 ? Math.max(...ends) : Infinity,
    };
  });
}

/** What is left of stretches when others are taken away. */
function without(stretches: readonly Stretch[], taken: readonly Stretch[]): Stretch[] {
  return taken.reduce<Stretch[]>(
    (left, gone) =>
      left
        .flatMap((one) => [
          cut(one, { from: -Infinity, to: gone.from }),
          cut(one, { from: gone.to, to: Infinity }),
        ])
        .filter(holdsTime),
    [...stretches],
  );
}
