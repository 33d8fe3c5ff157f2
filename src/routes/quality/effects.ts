import type { Released, ReleasedRow } from '$lib/disclosure/released';
import { formatRange } from '$lib/report/number-format';
import type { Indicator } from '$lib/schema/indicator';

/** The band of a figure's first number that has one: all unknown a no, and all unknown a yes. */
interface Band {
  readonly label: string;
  readonly low: number;
  readonly high: number;
  readonly unit: string;
}

/** The band of the total in the latest period; null where none is released. */
function bandOf({ rows }: Released, { measures }: Indicator): Band | null {
  for (const { id, label, unit } of measures) {
    const at = (answer: 'no' | 'yes'): ReleasedRow | undefined =>
      rows.findLast(
        (row) => row.measure === `${id}_if_unknown_${answer}` && Object.keys(row.by).length === 0,
      );
    const [no, yes] = [at('no'), at('yes')];
    if (no?.value.is === 'value' && yes?.value.is === 'value' && no.period === yes.period) {
      const ends = [no.value.value, yes.value.value];
      return { label: label.en, low: Math.min(...ends), high: Math.max(...ends), unit };
    }
  }
  return null;
}

/** Which way what is not known can move a figure, in one sentence. `released` is null until it is there. */
export function errorWords(indicator: Indicator, released: Released | null): string {
  const band = released ? bandOf(released, indicator) : null;
  if (band)
    return band.low === band.high
      ? `Neither way for “${band.label}”: what is unknown changes nothing.`
      : `Either way: “${band.label}” is ${formatRange(band.low, band.high, band.unit, 'en')}, from every unknown a no to every unknown a yes.`;
  const counts = ['count', 'rate'].includes(indicator.statistic.kind);
  if (indicator.unknownRule === 'U-CAT')
    return counts
      ? 'Too low only: what is unknown stands in a row of its own and in no named group.'
      : 'Counts of named groups can only be too low, as the unknown have a row of their own; shares among the known can err either way.';
  if (indicator.unknownRule === 'U-BOUNDS')
    return 'Either way: an unknown may be a yes or a no. This view shows no band.';
  return 'Either way: what is unknown is left out, and those left out may differ from the rest.';
}
