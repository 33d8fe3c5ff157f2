import { known, type Cells, type Files, type Moment } from './cells';
import { childrenOf, type Child } from './children';
import { incidenceRows, shareRows, sorted } from './curve';
import { groupBy, type PlainRow } from './figure-row';
import { stretchOf } from './missing';
import { detectedIn, groupOfChild, inPopulation, type Months } from './populations';
import { timedOf, withoutEvent, type Wait } from './waiting';

const found = ['returned', 'found_safe', 'found_exploited', 'found_detained', 'found_abroad'];
/** Where T0 is not known, episodes are put in order from any zero. */
const noZero: Moment = { hour: 0, day: 0, offset: false };
const horizons = { '7d': 7 * 24, '30d': 30 * 24, '90d': 90 * 24, '365d': 365 * 24 };

/** One episode, its overlapping records made one (ruling M7), in hours since T0. */
export interface Episode {
  readonly from: number;
  readonly to: number | null;
  readonly reason: string | null;
}

/** MC-05: children never found, and how soon the others were. */
export function notFound(
  files: Files,
  months: Months,
  breakdown: string,
  types: readonly string[],
): PlainRow[] {
  const cohort = childrenOf(files)
    .filter((child) => inPopulation(child, 'P-REG') && detectedIn(child, months) && child.isChild)
    .map((child) => ({ child, episodes: episodesOf(child, child.t0 ?? noZero, types) }))
    .filter(({ episodes }) => episodes.length > 0);
  return groupBy(cohort, ({ child }) => groupOfChild(child, breakdown)).flatMap(({ by, units }) => {
    const place = { period: months.id, by };
    const states = units.map(({ episodes }) => stateOf(episodes.at(-1)));
    const share = (measure: string, state: string) =>
      shareRows(
        place,
        measure,
        states.map((one) => one === state),
      );
    const waits = units.flatMap(({ child, episodes }) =>
      episodes[0] ? [waitOf(child, episodes[0])] : [],
    );
    return [
      ...share('share', 'still_missing'),
      ...share('closed_at_18_share', 'closed_at_18'),
      ...share('closed_admin_share', 'closed_admin'),
      ...share('ended_how_unknown_share', 'how_unknown'),
      {
        ...place,
        measure: 'count',
        value: states.filter((one) => one === 'still_missing').length,
        status: 'ok',
      },
      ...incidenceRows(place, waits, horizons),
      { ...place, measure: 'not_timed_count', value: sorted(waits).unknown, status: 'ok' },
    ];
  });
}

export function episodesOf(child: Child, t0: Moment, types: readonly string[]): Episode[] {
  const records = child
    .events('missing_episodes')
    .filter((row) => types.includes(known(row.episode_type) ?? ''))
    .flatMap((row): { row: Cells; from: number; to: number }[] => {
      const stretch = stretchOf(row, t0);
      return stretch ? [{ row, ...stretch }] : [];
    })
    .sort((a, b) => a.from - b.from || a.to - b.to);
  const groups: (typeof records)[] = [];
  for (const one of records) {
    const group = groups.find((others) =>
      others.some(({ from, to }) => one.from < to || one.from === from),
    );
    if (group) group.push(one);
    else groups.push([one]);
  }
  return groups.map((group) => {
    const ended = group.filter(({ to }) => Number.isFinite(to)).sort((a, b) => a.to - b.to);
    // An end that is told without a date outweighs a record that knows of none.
    const told = group.filter(
      ({ row }) => ![null, 'still_missing'].includes(known(row.end_reason)),
    );
    const last = ended.at(-1) ?? told.at(-1) ?? group.at(-1);
    return {
      from: Math.min(...group.map(({ from }) => from)),
      to: ended.at(-1)?.to ?? null,
      reason: known(last?.row.end_reason),
    };
  });
}

/** What became of an episode; closing a file is not finding a child. */
export function stateOf(episode: Episode | undefined): string {
  const [reason, ended] = [episode?.reason ?? null, episode?.to ?? null];
  if (reason === 'closed_at_18' || reason === 'closed_admin') return reason;
  if (reason === null) return ended === null ? 'still_missing' : 'how_unknown';
  return reason;
}

/** From the start of the first episode until the child is found (ruling MC-05). */
function waitOf(child: Child, { from, to, reason }: Episode): Wait {
  const isFound = reason !== null && found.includes(reason);
  if (!child.t0 || (to === null && (isFound || reason === 'deceased'))) return 'unknown';
  if (to !== null && reason === null) return 'unknown';
  const ends = {
    origin: from,
    others: [reason === 'deceased' || reason === 'closed_at_18' ? to : null],
    until: reason === 'closed_admin' ? to : null,
  };
  const after = withoutEvent(child, 'hours', ends);
  return timedOf(isFound && to !== null ? to - from : null, after);
}
