import type { Period } from '$lib/measure/period';
import type { Words } from '../words-in';

/** Names of the ways to cut time, in the order of the choice. */
const kinds: Record<Period['kind'], string> = {
  all: 'Together',
  year: 'By year',
  half: 'By half-year',
  quarter: 'By quarter',
  month: 'By month',
  financial: 'By financial year',
  ending: 'By year ending in',
  rolling: 'By twelve months back from the last month',
};

const en = {
  bar: 'Filters and breakdowns',
  inUse: (count: number) => `${count} in use`,
  all: 'all',
  period: 'Period',
  cut: 'Cut time',
  kinds,
  best: 'As each figure is best read',
  from: 'From month',
  to: 'To month',
  startMonth: 'First month of the financial year',
  endMonth: 'Last month of the year',
  incomplete:
    'A period that the files do not wholly cover is marked [m] and is not compared with others.',
  only: 'Only',
  countsWorking: 'Children registered under the other filters, true values.',
  countsRelease:
    'Children registered under the other filters, protected like every figure: [c] is withheld.',
  counting: 'Counting…',
  notCounted: 'Counts are not given here',
  barred:
    'In Release view, special-category information and region are never used together: no counts.',
  noneMet: 'The files hold no code of this kind.',
  more: 'More filters',
  fewer: 'Fewer filters',
  clear: 'Clear filters',
  breakDown: 'Break down by',
  oneEach: 'One figure for each',
  nothing: 'nothing',
  definition: 'Definition: the first is the default',
  notAbout: 'Filters on children do not apply here: these figures are not about children.',
  shown: 'Shown:',
  withheld: 'Withheld under these filters.',
  withheldWhy:
    'The group that is left is small, or the figure would reveal a small one. Every figure is checked on its own, so a wider choice may show more.',
};

const nb: typeof en = {
  bar: 'Filtre og oppdelinger',
  inUse: (count) => `${count} i bruk`,
  all: 'alle',
  period: 'Periode',
  cut: 'Del opp tiden',
  kinds: {
    all: 'Samlet',
    year: 'Per år',
    half: 'Per halvår',
    quarter: 'Per kvartal',
    month: 'Per måned',
    financial: 'Per regnskapsår',
    ending: 'Per år til og med',
    rolling: 'Per tolv måneder bakover fra siste måned',
  },
  best: 'Slik hvert tall leses best',
  from: 'Fra måned',
  to: 'Til måned',
  startMonth: 'Første måned i regnskapsåret',
  endMonth: 'Siste måned i året',
  incomplete:
    'En periode som filene ikke dekker helt, merkes [m] og sammenlignes ikke med andre perioder.',
  only: 'Bare',
  countsWorking: 'Registrerte barn innenfor de andre filtrene, sanne verdier.',
  countsRelease:
    'Registrerte barn innenfor de andre filtrene, beskyttet som alle tall: [c] er holdt tilbake.',
  counting: 'Teller …',
  notCounted: 'Antall oppgis ikke her',
  barred:
    'I publiseringsvisningen brukes særlige kategorier av personopplysninger aldri sammen med region: Antall oppgis ikke.',
  noneMet: 'Filene har ingen kode av dette slaget.',
  more: 'Flere filtre',
  fewer: 'Færre filtre',
  clear: 'Fjern filtrene',
  breakDown: 'Del opp etter',
  oneEach: 'Ett tall for hver',
  nothing: 'ingenting',
  definition: 'Definisjon: den første er standard',
  notAbout: 'Filtre på barn gjelder ikke her: Disse tallene handler ikke om barn.',
  shown: 'Vises:',
  withheld: 'Holdt tilbake med disse filtrene.',
  withheldWhy:
    'Gruppen som er igjen, er liten, eller tallet ville røpe en liten gruppe. Hvert tall kontrolleres for seg, så et videre utvalg kan vise mer.',
};

/** The words of the filter bar. */
export const words: Words<typeof en> = { en, nb };
