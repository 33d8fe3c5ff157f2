import type { Released, ReleasedRow } from '$lib/disclosure/released';
import { multiplicityAdjust } from '$lib/statistics/multiplicity-adjust';

/** The p-values of one panel, adjusted for how many there are. */
export interface ComparePanel {
  /** Comparisons counted: those with a p-value. */
  readonly comparisons: number;
  readonly method: 'Holm' | 'Benjamini–Hochberg';
  /** Adjusted p-value of the comparison for this group and period; null where there is none. */
  of(row: Pick<ReleasedRow, 'period' | 'by'>): number | null;
}

/**
 * Adjusts the released p-values of one measure, for example `layer_b_cif_7d_difference_p`: Holm for
 * up to five planned comparisons, else Benjamini–Hochberg (stats.md section 6). The panel is what is
 * shown, because an adjusted value would otherwise say something of comparisons that are withheld.
 */
export function comparePanel({ rows }: Released, pMeasure: string): ComparePanel {
  const panel = rows.filter(({ measure }) => measure === pMeasure);
  const p = panel.map(({ value }) => (value.is === 'value' ? value.value : null));
  const planned = p.filter((value) => value !== null).length <= 5;
  const { adjusted, m } = multiplicityAdjust({ p, method: planned ? 'holm' : 'BH' });
  const found = new Map(panel.map((row, i) => [placeOf(row), adjusted[i] ?? null]));
  return {
    comparisons: m,
    method: planned ? 'Holm' : 'Benjamini–Hochberg',
    of: (row) => found.get(placeOf(row)) ?? null,
  };
}

const placeOf = ({ period, by }: Pick<ReleasedRow, 'period' | 'by'>): string =>
  JSON.stringify([period, ...Object.entries(by).sort()]);
