import type { Released, ReleasedRow } from '$lib/disclosure/released';
import type { ChartSpec } from './chart-spec';
import { numberWords } from './number-words';
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

/**
 * Reads one row with the band that unknown records allow; the band alone where too much is unknown
 * for a number. What is withheld has no band but its own limits.
 */
export function bandedFigure(
  released: Released,
  row: ReleasedRow | undefined,
  spec: ChartSpec,
): Figure {
  const figure = figureOf(row, spec);
  if (figure.gap === 'withheld') return figure;
  const { unsure } = unsureOf(released, row);
  if (!unsure) return figure;
  if (figure.shown) return { ...figure, shown: { ...figure.shown, unsure } };
  const [from, to] = unsure.map((end) => numberWords(end, spec.unit, spec.language));
  const words = `${from}–${to}`;
  return { ...figure, gap: null, words, shown: { value: unsure[0], bandOnly: true, unsure } };
}
