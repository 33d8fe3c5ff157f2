import type { DraftRow } from '$lib/disclosure/draft';
import type { CellRef } from '$lib/disclosure/table';
import type { Status } from '$lib/disclosure/released';
import type { Breakdown, Indicator, Measure } from '$lib/schema/indicator';
import { compareGroups, type Compared, type ComparedAs } from './compare-groups';
import { unknowns } from './composition-rows';
import type { Reference, View } from './view';

/** Code of a difference, a ratio or a p-value of two groups. */
export const comparisonCode = 'S-D';

/**
 * Every other group of the breakdown against the reference group, as further rows of the figure:
 * `<measure>_difference` in the unit of the measure, `<measure>_ratio` (unit `ratio`) and
 * `<measure>_difference_p` (unit `p-value`, not adjusted), in the order of the groups. They cite the
 * cells of both groups, so that a group that is withheld has no comparison, and are functions of what
 * the rows of both groups show, so that they add nothing to what can be found out. The unknown are no
 * group. Groups of a comparison are children of one code each, never columns of rows.
 */
export function compareRows(
  rows: readonly DraftRow[],
  questions: readonly Indicator[],
  { column, code }: Reference,
  { mode, threshold }: Pick<View, 'mode' | 'threshold'>,
): DraftRow[] {
  const measures = new Map(
    questions.flatMap((question) =>
      question.measures.map((measure) => [measure.id, { measure, question }] as const),
    ),
  );
  const eligible = rows.filter((row) => {
    const found = measures.get(row.measure);
    return found && column in row.by && asOf(found.measure, found.question) !== null;
  });
  const own = new Set<Breakdown>(
    questions.flatMap(({ statistic }) => (statistic.kind === 'composition' ? [statistic.of] : [])),
  );
  const alone = eligible.filter(({ by }) =>
    Object.keys(by).every((one) => one === column || own.has(one as Breakdown)),
  );
  const key = ({ measure, period, by }: DraftRow, group: string) =>
    JSON.stringify([measure, period, ...Object.entries({ ...by, [column]: group }).sort()]);
  const references = new Map(
    alone.filter(({ by }) => by[column] === code).map((row) => [key(row, code), row]),
  );
  return alone.flatMap((row) => {
    const reference = references.get(key(row, code));
    const group = row.by[column] ?? '';
    const found = measures.get(row.measure);
    if (!reference || !found || row === reference || unknowns.includes(group)) return [];
    const closed =
      mode === 'release' && [row, reference].some((one) => staysInside(one, threshold));
    const as = asOf(found.measure, found.question) ?? 'limits';
    return pairRows(row, reference, as).map((made) =>
      closed ? { ...made, withhold: true } : made,
    );
  });
}

/** How a reading can be compared; null where no comparison is offered (medians, counts). */
export function asOf({ reads }: Measure, { statistic, population }: Indicator): ComparedAs | null {
  const { kind } = statistic;
  if (reads === 'cif' || reads === 'over' || reads === 'restricted mean') return 'limits';
  if (reads === 'share of time') return 'limits';
  if (reads === 'ever') return 'share';
  if (reads === 'first rate') return 'rate';
  if (reads === 'rate') return kind === 'incidence' ? 'clustered rate' : 'rate';
  const ofChildren = kind === 'shares' || kind === 'composition' || kind === 'flow-shares';
  return reads === 'share' && ofChildren && population !== 'programmes' ? 'share' : null;
}

function pairRows(row: DraftRow, reference: DraftRow, as: ComparedAs): DraftRow[] {
  const { measure, period, by, unit } = row;
  const both = [row, reference];
  const base = {
    ...{ period, by, statistic: comparisonCode },
    marks: [...new Set(both.flatMap(({ marks = [] }) => marks))],
    counts: distinct(both.flatMap(({ counts }) => counts)),
  };
  // Why there is no comparison is why there is no figure: nothing is said of a group beside it.
  const silent = both.find(({ value }) => value === null);
  const found = silent
    ? null
    : [...base.marks].includes(apart)
      ? null
      : compareGroups(as, row, reference);
  const absent = silent
    ? { status: silent.status, ...(silent.missing ? { missing: silent.missing } : {}) }
    : { status: 'not_estimable' as Status };
  const line = (name: string, of: string, compared: Compared | undefined | null): DraftRow => ({
    ...base,
    measure: `${measure}_${name}`,
    unit: of,
    value: stable(compared?.value),
    low: stable(compared?.lower),
    high: stable(compared?.upper),
    ...(compared ? { status: compared.status as Status } : absent),
  });
  const p: Compared = { value: found?.p ?? null, lower: null, upper: null, status: 'ok' };
  return [
    line('difference', unit, found?.difference),
    ...(as === 'limits' ? [] : [line('ratio', 'ratio', found?.ratio)]),
    line('difference_p', 'p-value', found && found.p !== null ? p : null),
  ];
}

/** Figures of those still open alone are not about the same children as figures of all. */
const apart = 'among cases still open';

/** Whether the gate would keep a row, or a part of it, back for itself. */
export function staysInside(row: DraftRow, threshold: number): boolean {
  const small = (value?: number | null) =>
    value !== null && value !== undefined && value > 0 && value < threshold;
  return (
    row.withhold === true ||
    row.show === 'value only' ||
    (row.counts.length > 0 &&
      [row.numerator, row.denominator, row.n, row.unknown].some((one) => small(one)))
  );
}

/** Cells cited once. */
export const distinct = (refs: readonly CellRef[]): CellRef[] => [
  ...new Map(refs.map((ref) => [JSON.stringify([ref.table, ref.key]), ref])).values(),
];

/** Sums of doubles differ in their last digits with the machine; figures must not. */
const stable = (value: number | null | undefined): number | null =>
  value === null || value === undefined ? null : Number(value.toPrecision(12));
