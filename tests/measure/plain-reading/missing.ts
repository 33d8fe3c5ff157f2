import { dayAfterMonth, firstDayOfMonth, codeOf, momentOf, startHour } from './cells';
import type { Cells, Files, Moment } from './cells';
import { childrenOf, endHour, type Child } from './children';
import { groupBy, type PlainRow } from './figure-row';
import { careStays, detectedIn, groupOfChild, inPopulation, type Months } from './populations';

/** Hours from `from` up to, not including, `to`. */
interface Stretch {
  readonly from: number;
  readonly to: number;
}

const layerA = [
  'police_cell',
  'pretrial',
  'sentenced',
  'juvenile',
  'immigration',
  'border_transit',
];
const hoursOfMonth = 30.4375 * 24;

/** MC-02: missing episodes per 100 child-months in care, and first episodes alone. */
export function missingRate(
  files: Files,
  months: Months,
  breakdown: string,
  types: readonly string[],
): PlainRow[] {
  const onCalendar = codeOf(files.meta?.[0]?.date_mode).code === 'exact';
  const inCare = childrenOf(files).filter(
    (child) =>
      inPopulation(child, 'P-REG') &&
      child.isChild &&
      child.t0 !== null &&
      careStays(child).length > 0 &&
      (onCalendar || detectedIn(child, months)),
  );
  const window = onCalendar
    ? { from: firstDayOfMonth(months.first) * 24, to: dayAfterMonth(months.last) * 24 }
    : { from: -Infinity, to: Infinity };
  return groupBy(inCare, (child) => groupOfChild(child, breakdown)).flatMap(({ by, units }) => {
    const lives = units.map((child) => life(child, types, window));
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

/** Episodes and hours at risk of one child. */
function life(child: Child, types: readonly string[], window: Stretch): Life {
  const care = union(careStays(child).map(stretchOf).filter(isStretch));
  const missing = union(
    child
      .events('missing_episodes')
      .filter((row) => types.includes(codeOf(row.episode_type).code ?? ''))
      .map(stretchOf)
      .filter(isStretch),
  );
  const locked = union(
    child
      .events('detention')
      .filter((row) => layerA.includes(codeOf(row.setting).code ?? ''))
      .map(stretchOf)
      .filter(isStretch),
  );
  const from = startHour(child.t0 ?? { hour: 0, day: 0 });
  const ends = [
    child.observedTo && endHour(child.observedTo),
    child.turned18 && child.turned18.day * 24,
    child.died && endHour(child.died),
    child.leftCountry && endHour(child.leftCountry),
  ].filter((hour) => hour !== null);
  const observed = { from, to: ends.length > 0 ? Math.min(...ends) : Infinity };
  const inCare = care.map((stretch) => cut(stretch, observed));
  const free = inCare
    .flatMap((stretch) => without(without([stretch], missing), locked))
    .filter(holdsTime);
  const atRisk = (hour: number) =>
    inCare.some(({ from, to }) => from <= hour && hour <= to && from <= to) &&
    !locked.some(({ from, to }) => from < hour && hour < to) &&
    hour >= observed.from &&
    hour <= observed.to;
  const starts = missing.map(({ from }) => from).filter(atRisk);
  const inWindow = (hour: number) => hour >= window.from && hour < window.to;
  const first = Math.min(Infinity, ...starts);
  const hours = (stretches: readonly Stretch[]) =>
    stretches
      .map((one) => cut(one, window))
      .filter(holdsTime)
      .reduce((sum, { from, to }) => sum + to - from, 0);
  return {
    episodes: starts.filter(inWindow).length,
    exposure: hours(free),
    firstEpisodes: inWindow(first) ? 1 : 0,
    exposureToFirst: hours(free.map((one) => cut(one, { from: -Infinity, to: first }))),
  };
}

function rate(
  lives: readonly Life[],
  counted: 'episodes' | 'firstEpisodes',
  hours: 'exposure' | 'exposureToFirst',
): Pick<PlainRow, 'numerator' | 'denominator' | 'value' | 'status'> {
  const numerator = lives.reduce((sum, one) => sum + one[counted], 0);
  const denominator = lives.reduce((sum, one) => sum + one[hours], 0) / hoursOfMonth;
  const children = lives.filter((one) => one[hours] > 0).length;
  if (denominator === 0) return { numerator, denominator, value: null, status: 'undefined' };
  if (children < 10 || denominator < 10)
    return { numerator, denominator, value: null, status: 'too_few' };
  return { numerator, denominator, value: (numerator / denominator) * 100, status: 'ok' };
}

/** A row as hours; open ends run on, ends before starts are not valid. */
function stretchOf(row: Cells): Stretch | null {
  const started = momentOf(row, 'started');
  const ended: Moment | null = momentOf(row, 'ended');
  if (!started) return null;
  const stretch = { from: startHour(started), to: ended ? startHour(ended) : Infinity };
  return stretch.to >= stretch.from ? stretch : null;
}

const isStretch = (stretch: Stretch | null): stretch is Stretch => stretch !== null;
const holdsTime = ({ from, to }: Stretch): boolean => to > from;
const cut = (a: Stretch, b: Stretch): Stretch => ({
  from: Math.max(a.from, b.from),
  to: Math.min(a.to, b.to),
});

/** Overlapping stretches made one: earliest start, latest end (ruling M7). */
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
