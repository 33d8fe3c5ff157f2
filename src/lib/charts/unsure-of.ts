import type { Released, ReleasedRow } from '$lib/disclosure/released';
import type { ChartSpec } from './chart-spec';
import { figureOf, type Figure } from './picture';

/** The band that unknown records allow, if both of its ends are shown. */
export function unsureOf(
  { rows }: Released,
  row: ReleasedRow | undefined,
): { unsure?: readonly [number, number] } {
  if (!row) return {};
  const by = JSON.stringify(row.by);
  const end = (which: 'no' | 'yes') =>
    rows.find(
      (other) =>
        other.measure === `${row.measure}_if_unknown_${which}` &&
        other.period === row.period &&
        JSON.stringify(other.by) === by,
    )?.value;
  const [no, yes] = [end('no'), end('yes')];
  if (no?.is !== 'value' || yes?.is !== 'value' || no.value === yes.value) return {};
  return { unsure: [Math.min(no.value, yes.value), Math.max(no.value, yes.value)] };
}

/** Reads one row with the band that unknown records allow. */
export function bandedFigure(
  released: Released,
  row: ReleasedRow | undefined,
  spec: ChartSpec,
): Figure {
  const figure = figureOf(row, spec);
  return figure.shown
    ? { ...figure, shown: { ...figure.shown, ...unsureOf(released, row) } }
    : figure;
}
