import type { Released, ReleasedRow } from '$lib/disclosure/released';
import { formatRange } from '$lib/report/number-format';
import type { Indicator } from '$lib/schema/indicator';
import type { Language } from '$lib/schema/text';
import { effectsWords } from './effects-words';

/** The band of a figure's first number that has one: all unknown a no, and all unknown a yes. */
interface Band {
  readonly label: string;
  readonly low: number;
  readonly high: number;
  readonly unit: string;
}

/** The band of the total in the latest period; null where none is released. */
function bandOf({ rows }: Released, { measures }: Indicator, language: Language): Band | null {
  for (const { id, label, unit } of measures) {
    const at = (answer: 'no' | 'yes'): ReleasedRow | undefined =>
      rows.findLast(
        (row) => row.measure === `${id}_if_unknown_${answer}` && Object.keys(row.by).length === 0,
      );
    const [no, yes] = [at('no'), at('yes')];
    if (no?.value.is === 'value' && yes?.value.is === 'value' && no.period === yes.period) {
      const ends = [no.value.value, yes.value.value];
      return { label: label[language], low: Math.min(...ends), high: Math.max(...ends), unit };
    }
  }
  return null;
}

/** Which way what is not known can move a figure, in one sentence. `released` is null until it is there. */
export function errorWords(
  indicator: Indicator,
  released: Released | null,
  language: Language,
): string {
  const said = effectsWords[language].errors;
  const band = released ? bandOf(released, indicator, language) : null;
  if (band)
    return band.low === band.high
      ? said.neither(band.label)
      : said.either(band.label, formatRange(band.low, band.high, band.unit, language));
  const counts = ['count', 'rate'].includes(indicator.statistic.kind);
  if (indicator.unknownRule === 'U-CAT') return counts ? said.countsLow : said.sharesLow;
  return indicator.unknownRule === 'U-BOUNDS' ? said.noBand : said.leftOut;
}
