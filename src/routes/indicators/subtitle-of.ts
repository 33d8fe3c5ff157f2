import type { Indicator } from '$lib/schema/indicator';
import type { Language, Text } from '$lib/schema/text';

const child: Text = {
  en: 'children under 18, or presumed to be, when first detected',
  nb: 'barn under 18 år, eller antatt å være det, da de først ble oppdaget',
};
const anyAge: Text = {
  en: 'persons of any age when first detected',
  nb: 'personer uansett alder da de først ble oppdaget',
};

/** Whose age is taken when, in words; empty where the figure counts no persons. */
const ageBasis = (
  { population, anyAge: any }: Pick<Indicator, 'population' | 'anyAge'>,
  language: Language,
): string => {
  if (population === 'programmes' || population === 'files') return '';
  return (any ? anyAge : child)[language];
};

/** What stands under the headline of a figure: what is counted, by which age, under which filters. */
export const subtitleOf = (indicator: Indicator, subject: string, language: Language): string =>
  [indicator.numerator[language], ageBasis(indicator, language), subject]
    .filter(Boolean)
    .join('; ');
