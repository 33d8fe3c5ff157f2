import type { Cell, Released, ReleasedRow } from './released';

/** The mark of a figure that differs from the same figure in an import before. */
const revised = 'revised';

/**
 * The figure with the mark `revised` on every row that shows another number than the row of the same
 * measure, period and group in `before`: the same indicator under the same view, from an import before.
 * A function of what both rows show: of a cell that is withheld or missing in either nothing is said,
 * so the mark tells no more than the two figures beside each other. Months count, not the name of the
 * period: a period that either import holds in part only is not held against the other, nor `all`
 * unless `sameMonths`. Answers `now` where the two were not made in the same way.
 */
export function markRevised(now: Released, before: Released, sameMonths: boolean): Released {
  if (
    now.indicator !== before.indicator ||
    now.revision !== before.revision ||
    now.mode !== before.mode ||
    now.protection.threshold !== before.protection.threshold
  )
    return now;
  const old = new Map(before.rows.map((row) => [keyOf(row), row]));
  const rows = now.rows.map((row) => {
    const was = old.get(keyOf(row));
    return was && (sameMonths || row.period !== 'all') && isRevised(row, was)
      ? { ...row, marks: [...row.marks, revised] }
      : row;
  });
  return { ...now, rows };
}

/** Whether a figure shows another number than it did, in a period that both imports hold as a whole. */
function isRevised(now: ReleasedRow, before: ReleasedRow): boolean {
  if ([now, before].some(({ marks }) => marks.includes('incomplete'))) return false;
  if (now.unit !== before.unit) return false;
  return (
    differ(now.value, before.value) ||
    (bothShown(now.value, before.value) &&
      (differ(now.numerator, before.numerator) || differ(now.denominator, before.denominator)))
  );
}

const keyOf = ({ measure, period, by }: ReleasedRow): string =>
  JSON.stringify([measure, period, ...Object.entries(by).sort(([a], [b]) => (a < b ? -1 : 1))]);

const bothShown = (one: Cell, other: Cell): boolean => one.is === 'value' && other.is === 'value';

const differ = (one: Cell, other: Cell): boolean =>
  one.is === 'value' &&
  other.is === 'value' &&
  Math.abs(one.value - other.value) > 1e-9 * Math.max(1, Math.abs(one.value));
