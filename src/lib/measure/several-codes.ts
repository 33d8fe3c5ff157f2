import type { CountTable } from '$lib/disclosure/draft';
import type { CellRef } from '$lib/disclosure/table';
import type { Breakdown } from '$lib/schema/indicator';
import { separator } from './coded-rows';
import { severalCodes, unknowns } from './composition-rows';
import { total } from './part';
import type { Slice } from './period';
import { groupsOf } from './request';
import { Tally, type TallyRow } from './tally';

/** The counts of one breakdown of a composition, and what the gate protects of them. */
export interface Counted {
  readonly cells: Pick<Tally, 'at' | 'has' | 'ref'>;
  readonly tables: readonly CountTable[];
  readonly same: readonly (readonly [CellRef, CellRef])[];
}

const front = 'codes ';

/** All codes of a child as one part; a missing code beside a known one adds nothing. */
export function setOf(codes: string): string {
  const all = codes.split(separator);
  const known = all.filter((code) => !unknowns.includes(code));
  if (known.length) return front + known.join(separator);
  return all.includes('not_asked') && !all.includes('unknown') ? 'not_asked' : 'unknown';
}

/** The codes of a part. */
export const codesIn = (part: string): string[] =>
  part.startsWith(front) ? part.slice(front.length).split(separator) : [part];

/**
 * Counts of children of whom each may have several codes: whether any is known, then one yes/no table a
 * code among those with a known one, and one of those with two or more. Codes do not add up, so each
 * code has dimensions of its own (all its breakdowns share them), and its total is declared the same
 * figure as the number of known.
 */
export function severalTallies(
  read: readonly { readonly columns: readonly Breakdown[]; readonly rows: readonly TallyRow[] }[],
  slices: readonly Slice[],
  of: Breakdown,
  codes: readonly string[],
): Counted[] {
  const asked = [
    ...codes.map((code) => ({ code, has: (all: readonly string[]) => all.includes(code) })),
    { code: severalCodes, has: (all: readonly string[]) => all.length > 1 },
  ];
  return read.map(({ columns, rows }, at) => {
    const index = at * (asked.length + 1);
    const known = rows.filter(({ part }) => !unknowns.includes(part));
    const base = new Tally({
      ...{ index, columns, slices, name: of },
      rows: rows.map((row) => (unknowns.includes(row.part) ? row : { ...row, part: 'known' })),
      parts: { [total]: ['known', ...unknowns] },
    });
    const tallies = asked.map(({ code, has }, i) => {
      const split = known.map((row) => ({ ...row, part: has(codesIn(row.part)) ? 'yes' : 'no' }));
      const parts = { [total]: ['yes', 'no'] };
      const own = { index: index + 1 + i, columns, slices, rows: split, parts, name: of };
      return { code, tally: new Tally({ ...own, figures: [total, 'yes'] }) };
    });
    const byCode = new Map(tallies.map(({ code, tally }) => [code, tally]));
    const pick = (part: string) => {
      const tally = byCode.get(part);
      return tally ? { tally, part: 'yes' } : { tally: base, part };
    };
    const groups = [
      {},
      ...groupsOf(
        columns,
        known.map(({ by }) => by),
      ),
    ];
    return {
      cells: {
        at: (period, by, part = total) => pick(part).tally.at(period, by, pick(part).part),
        has: (period, by, part) => pick(part).tally.has(period, by, pick(part).part),
        ref: (period, by, part = total) => pick(part).tally.ref(period, by, pick(part).part),
      },
      tables: [
        base.table,
        ...tallies.map(({ code, tally }) => ({
          ...tally.table,
          dims: tally.table.dims.map((dim) => ({ ...dim, name: `${code}: ${dim.name}` })),
        })),
      ],
      same: slices.flatMap(({ id }) =>
        groups.flatMap((by) =>
          tallies.map(({ tally }) => [base.ref(id, by, 'known'), tally.ref(id, by)] as const),
        ),
      ),
    };
  });
}
