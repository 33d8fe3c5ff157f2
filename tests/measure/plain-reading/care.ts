import { codeOf, hasHours, hoursSince, known, momentOf, type Cells, type Moment } from './cells';
import type { Child } from './children';
import { careStays } from './populations';

/** A valid stay in out-of-home care, in hours since T0. */
export interface Stay {
  readonly row: Cells;
  readonly from: number;
  /** Infinity while it goes on. */
  readonly to: number;
  readonly start: Moment;
  readonly end: Moment | null;
}

/** Stays that follow each other with gaps of under seven days. */
export interface CareSpell {
  readonly from: number;
  readonly to: number;
  readonly stays: readonly Stay[];
}

const sevenDays = 7 * 24;
/** Offsets count from T0 also where the file does not repeat it. */
export const offsetZero: Moment = { hour: null, day: 0, offset: true };

/** Stays in order of their start. */
export function staysOf(child: Child): Stay[] {
  const t0 = child.t0 ?? offsetZero;
  return careStays(child)
    .flatMap((row): Stay[] => {
      const [start, end] = [momentOf(row, 'started'), momentOf(row, 'ended')];
      if (!start) return [];
      const to = end ? hoursSince(t0, end) : Infinity;
      return [{ row, start, end, from: hoursSince(t0, start), to }];
    })
    .sort((a, b) => a.from - b.from || order(a.to, b.to) || (typeOf(a) < typeOf(b) ? -1 : 1));
}

/** Two open ends are the same. */
const order = (a: number, b: number): number => (a === b ? 0 : a - b);

/** Unknown types last. */
const typeOf = ({ row }: Stay): string => codeOf(row.placement_type).code ?? '~';

/** Continuous care (indicators 0.3, P-EXIT: gaps under 7 days bridged). */
export function careSpells(child: Child): CareSpell[] {
  const spells: CareSpell[] = [];
  for (const stay of staysOf(child)) {
    const last = spells.at(-1);
    if (last && stay.from - last.to < sevenDays)
      spells[spells.length - 1] = {
        from: last.from,
        to: Math.max(last.to, stay.to),
        stays: [...last.stays, stay],
      };
    else spells.push({ from: stay.from, to: stay.to, stays: [stay] });
  }
  return spells;
}

/** Going missing: when, how well the moment is known, and what the row says of where from. */
export interface Gone {
  readonly hour: number;
  readonly clock: boolean;
  readonly inCare: boolean;
  readonly beforeRegistration: boolean;
}

/**
 * Episodes, overlapping records made one (ruling M7), each with whether it is from care: a placement is
 * named, or it starts inside a stay, its end included (ruling MC-01/02/03).
 */
export function episodesOf(
  child: Child,
  types: readonly string[],
  lastHourOf: (stay: Stay) => number = ({ to }) => to,
): Gone[] {
  const t0 = child.t0 ?? offsetZero;
  const stays = staysOf(child);
  const rows = child
    .events('missing_episodes')
    .filter((row) => types.includes(codeOf(row.episode_type).code ?? ''))
    .flatMap((row) => {
      const [start, end] = [momentOf(row, 'started'), momentOf(row, 'ended')];
      if (!start || (!child.t0 && !start.offset)) return [];
      const from = hoursSince(t0, start);
      const to = end ? hoursSince(t0, end) : Infinity;
      return to < from ? [] : [{ row, from, to, clock: hasHours(t0, start) }];
    })
    .sort((a, b) => a.from - b.from || a.to - b.to);
  const groups: (typeof rows)[] = [];
  for (const one of rows) {
    const group = groups.find((others) =>
      others.some(({ from, to }) => one.from < to || one.from === from),
    );
    if (group) group.push(one);
    else groups.push([one]);
  }
  return groups.map((group) => {
    const hour = Math.min(...group.map(({ from }) => from));
    return {
      hour,
      clock: group.filter(({ from }) => from === hour).every(({ clock }) => clock),
      inCare:
        group.some(({ row }) => known(row.placement_key) !== null) ||
        stays.some((stay) => stay.from <= hour && hour <= lastHourOf(stay)),
      beforeRegistration: group.some(({ row }) => known(row.before_registration) === 'yes'),
    };
  });
}

/** A stay that ended because the child was missing holds an episode written within a day of its end. */
export const lastHour = ({ row, to }: Stay): number =>
  known(row.end_reason) === 'missing' ? to + 24 : to;

/** Whether an episode has no day; `told`: only one that says itself that it is from care. */
export const undatedEpisode = (child: Child, types: readonly string[], told: boolean): boolean =>
  child
    .events('missing_episodes')
    .some(
      (row) =>
        types.includes(codeOf(row.episode_type).code ?? '') &&
        momentOf(row, 'started') === null &&
        (!told || known(row.placement_key) !== null || known(row.before_registration) === 'yes'),
    );
