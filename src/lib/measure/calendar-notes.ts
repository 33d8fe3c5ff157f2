import type { DatasetFacts } from '$lib/schema/dataset';
import type { Text } from '$lib/schema/text';

const refused: Text = {
  en: 'Children are not counted beside the grants: the dates of these files were shifted, each child by a number of days of its own, so a day of care would fall on the wrong day of the calendar and look exact.',
  nb: 'Barn telles ikke ved siden av tilskuddene: datoene i disse filene er forskjøvet, hvert barn med sitt eget antall dager, så en dag i omsorg ville falt på feil dag i kalenderen og sett nøyaktig ut.',
};

const monthsOnly: Text = {
  en: 'Months, not days: these files do not give the calendar day of care. A child counts as in care on unfunded days in every month that its stay and a gap have in common, so the number is approximate and tends to be too high; where times count from detection, a stay near the turn of a month may fall in the next one.',
  nb: 'Måneder, ikke dager: filene oppgir ikke kalenderdagen for omsorgen. Et barn telles som i omsorg på dager uten finansiering i hver måned som oppholdet og et hull har felles, så tallet er omtrentlig og har lett for å bli for høyt; der tiden telles fra oppdagelsen, kan et opphold nær et månedsskifte falle i neste måned.',
};

const byDay: Text = {
  en: 'By day: a child counts as in care on unfunded days in a month in which at least one day of its stay is a day of the gap. Stays that are known by month only are counted in every month that they share with a gap.',
  nb: 'Etter dag: et barn telles som i omsorg på dager uten finansiering i en måned der minst én dag av oppholdet er en dag i hullet. Opphold som bare er kjent etter måned, telles i hver måned de har felles med et hull.',
};

/** How care and money meet on the calendar under the dates of the files, or why they do not. */
export const calendarNotes = (mode: DatasetFacts['meta']['dateMode']): readonly Text[] =>
  mode === 'shifted' ? [refused] : mode === 'exact' ? [byDay] : [monthsOnly];
