import type { DatasetFacts } from '$lib/schema/dataset';
import type { Indicator } from '$lib/schema/indicator';
import { columnOf } from '$lib/schema/tables';
import type { Text } from '$lib/schema/text';

const placed: Text = {
  en: 'an event is placed in the calendar by the month in which the child was first detected and the time since, right to within one month.',
  nb: 'en hendelse plasseres i kalenderen etter måneden barnet først ble oppdaget og tiden siden, riktig innen én måned.',
};

const shifted: Text = {
  en: `The dates of these files were shifted, each child by whole weeks of its own: lengths of time hold, days of the calendar do not. Calendar periods are approximate: ${placed.en}`,
  nb: `Datoene i disse filene er forskjøvet, hvert barn med sitt eget antall hele uker: varigheter holder, kalenderdager gjør det ikke. Kalenderperioder er omtrentlige: ${placed.nb}`,
};

const counted: Text = {
  en: `These files count time from detection. Calendar periods are approximate: ${placed.en}`,
  nb: `Disse filene teller tiden fra oppdagelsen. Kalenderperioder er omtrentlige: ${placed.nb}`,
};

const months: Text = {
  en: 'These files know months only. Times run from the middle of one month to the middle of another, each right to within about 15 days either way: nothing is said below 31 days, and what happened in one month has no known order.',
  nb: 'Disse filene kjenner bare måneder. Tider går fra midten av én måned til midten av en annen, hver riktig innen omtrent 15 dager til hver side: ingenting sies under 31 dager, og det som skjedde i samme måned har ingen kjent rekkefølge.',
};

/** Whether a definition needs a moment in a child's life. */
const needsMoment = ({ needs }: Indicator): boolean =>
  needs.some((path) => path.includes('.') && /^event-/.test(columnOf(path).type));

/**
 * What the dates of the files (data model, section 2) do to a figure about children; `byEvent` where
 * events, not children, are placed in the period.
 */
export function dateNotes(
  mode: DatasetFacts['meta']['dateMode'],
  indicator: Indicator,
  byEvent: boolean,
): readonly Text[] {
  if (mode === 'month') return needsMoment(indicator) ? [months] : [];
  if (!byEvent || mode === 'exact') return [];
  return [mode === 'shifted' ? shifted : counted];
}
