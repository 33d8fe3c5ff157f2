/** A grant of one programme; days are whole days since 1970-01-01. */
export interface Grant {
  readonly start: number;
  /** First day its money counts. */
  readonly money: number;
  /** Last day; null = no end is written. */
  readonly end: number | null;
  readonly covers: 'yes' | 'no' | null;
  /** False where the money counts from a payment whose date is not recorded. */
  readonly paid: boolean;
}

/** Days next to each other, both ends included. */
export interface Run {
  readonly first: number;
  readonly last: number;
}

/** What the grants of one programme say of its days. */
export interface GrantDays {
  /** Days of the window on which the programme existed, from its first grant to its last. */
  readonly existed: number;
  /** Days without a grant for direct care, in the window and ahead of it. */
  readonly gaps: readonly Run[];
  /** Days of the window before its first grant and after its last: nobody knows who paid then. */
  readonly outside: readonly Run[];
  /** Days with two such grants or more. */
  readonly overlaps: readonly Run[];
  /** Days of gaps in the window: as recorded; if what is not known never paid; if it all paid. */
  readonly unfunded: { readonly known: number; readonly ifNo: number; readonly ifYes: number };
  /** Grants of which it is not known whether, or from when, they pay direct care. */
  readonly unknown: number;
  /** Last day with money for direct care; null where a grant has no end. */
  readonly last: number | null;
  /** Whether a grant that begins later follows those in force at the cut-off; null: none of them ends, or none is in force. */
  readonly successor: boolean | null;
}

/**
 * Days with and without money for direct care. `window` is what is measured, `cutoff` its last day on
 * which anything is known, `ahead` the last day to look at for gaps between signed grants. A programme
 * exists from its first grant to its last, as in FC-01; an open grant runs on. Null where no grant is known
 * to pay direct care.
 */
export function grantDays(
  grants: readonly Grant[],
  window: Run,
  cutoff: number,
  ahead: number,
): GrantDays | null {
  const covering = grants.filter(({ covers }) => covers === 'yes');
  if (!covering.length) return null;
  const endOf = ({ end }: Grant) => end ?? ahead;
  const first = Math.max(window.first, Math.min(...grants.map(({ start }) => start)));
  const last = Math.min(ahead, Math.max(...grants.map(endOf)));
  const runs = (of: readonly Grant[], wanted: (inForce: number) => boolean, until = last) =>
    runsOf(
      first,
      until,
      wanted,
      of.map((grant) => ({ first: grant.money, last: endOf(grant) })),
    );
  const inWindow = Math.min(window.last, last);
  const none = (inForce: number) => inForce === 0;
  const days = (of: readonly Grant[]) =>
    runs(of, none, inWindow).reduce((sum, run) => sum + lengthOf(run), 0);
  const open = covering.some(({ end }) => end === null);
  const running = covering.filter((grant) => grant.start <= cutoff && endOf(grant) >= cutoff);
  const ends = Math.max(...running.map(endOf));
  return {
    existed: Math.max(0, inWindow - first + 1),
    gaps: runs(covering, none),
    outside: [
      { first: window.first, last: Math.min(first - 1, window.last) },
      { first: Math.max(last + 1, window.first), last: window.last },
    ].filter((run) => run.first <= run.last),
    overlaps: runs(covering, (inForce) => inForce > 1),
    unfunded: {
      known: days(covering),
      ifNo: days(covering.filter(({ paid }) => paid)),
      ifYes: days(grants.filter(({ covers }) => covers !== 'no')),
    },
    unknown: grants.filter(({ covers, paid }) => covers === null || (covers === 'yes' && !paid))
      .length,
    last: open ? null : Math.max(...covering.map(endOf)),
    successor:
      !running.length || running.some(({ end }) => end === null)
        ? null
        : covering.some(
            ({ start, end }) => start > cutoff && start <= ends + 1 && (end ?? ends + 1) > ends,
          ),
  };
}

/** Number of days of a run. */
export const lengthOf = ({ first, last }: Run): number => last - first + 1;

/** Runs of days between two days, both included, on which a number of grants is in force that is wanted. */
function runsOf(
  first: number,
  last: number,
  wanted: (inForce: number) => boolean,
  grants: readonly Run[],
): Run[] {
  const begins = new Int32Array(Math.max(0, last - first + 2));
  for (const grant of grants) {
    const [from, to] = [Math.max(first, grant.first), Math.min(last, grant.last)];
    if (from > to) continue;
    begins[from - first]! += 1;
    begins[to + 1 - first]! -= 1;
  }
  const runs: Run[] = [];
  let began: number | null = null;
  let inForce = 0;
  for (let day = first; day <= last + 1; day += 1) {
    inForce += begins[day - first] ?? 0;
    const now = day <= last && wanted(inForce);
    if (now && began === null) began = day;
    if (!now && began !== null) {
      runs.push({ first: began, last: day - 1 });
      began = null;
    }
  }
  return runs;
}

/** Length of a grant in calendar months: whole ones, and the days of the one that is begun. */
export function monthsOf({ first, last }: Run): number {
  const [from, to] = [dateOf(first), dateOf(last + 1)];
  const index = (date: Date) => date.getUTCFullYear() * 12 + date.getUTCMonth();
  const moved = (by: number) => {
    const month = index(from) + by;
    const length = new Date(Date.UTC(Math.floor(month / 12), (month % 12) + 1, 0)).getUTCDate();
    return (
      Date.UTC(Math.floor(month / 12), month % 12, Math.min(from.getUTCDate(), length)) / dayMs
    );
  };
  let whole = index(to) - index(from);
  if (moved(whole) > last + 1) whole -= 1;
  return whole + (last + 1 - moved(whole)) / (moved(whole + 1) - moved(whole));
}

const dayMs = 86_400_000;
const dateOf = (day: number) => new Date(day * dayMs);

/** `YYYY-MM-DD` of a day since 1970-01-01. */
export const isoDay = (day: number): string => dateOf(day).toISOString().slice(0, 10);

/** Day since 1970-01-01 of `YYYY-MM-DD`. */
export const dayOf = (date: string): number => Math.floor(Date.parse(`${date}T00:00:00Z`) / dayMs);
