import type { Words } from '../words-in';

const en = {
  title: 'Who reported, and when',
  note: 'From the file of reporting coverage. A month that was not submitted is missing, not zero.',
  none: 'No file of reporting coverage (coverage) was loaded. Whether a month without rows is a month without children or a month without a report cannot be told.',
  caption: 'Monthly reports by table',
  region: (caption: string) => `Table: ${caption}`,
  table: 'Table',
  months: 'Months',
  due: 'Reports due',
  submitted: 'Submitted of those',
  undue: 'Submitted though not due',
  gaps: 'Months with a report missing',
  noGaps: 'none',
  /** Months are `YYYY-MM`. */
  span: (first: string, last: string) => `${first} to ${last}`,
  /** `shown`: how many of the months are listed, where not all are. */
  someGaps: (count: string, months: string, shown: string | null) =>
    `${count}: ${months}${shown === null ? '' : ` (the latest ${shown})`}`,
  unnamed: 'Loaded tables that coverage does not name: ',
};

const nb: typeof en = {
  title: 'Hvem som rapporterte, og når',
  note: 'Fra filen om rapporteringsdekning. En måned som ikke ble sendt inn, mangler; den er ikke null.',
  none: 'Ingen fil om rapporteringsdekning (coverage) er lastet inn. Om en måned uten rader er en måned uten barn eller en måned uten rapport, kan ikke sies.',
  caption: 'Månedsrapporter etter tabell',
  region: (caption) => `Tabell: ${caption}`,
  table: 'Tabell',
  months: 'Måneder',
  due: 'Ventede rapporter',
  submitted: 'Innsendt av disse',
  undue: 'Innsendt uten å være ventet',
  gaps: 'Måneder der en rapport mangler',
  noGaps: 'ingen',
  span: (first, last) => `${first} til ${last}`,
  someGaps: (count, months, shown) =>
    `${count}: ${months}${shown === null ? '' : ` (de siste ${shown})`}`,
  unnamed: 'Innleste tabeller som dekningsfilen ikke nevner: ',
};

/** What the page says of monthly reports. */
export const timelinessWords: Words<typeof en> = { en, nb };
