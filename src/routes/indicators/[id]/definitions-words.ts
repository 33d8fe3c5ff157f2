import type { Words } from '../../words-in';

const en = {
  title: 'Other definitions, and what they would give',
  lead: 'The definition leaves some things to choose. Each line below changes exactly one of them and nothing else: same period, same filters.',
  caption: 'Each reading of the definition, one change at a time',
  reading: 'Reading',
  shown: 'The reading shown above',
  byDefault: 'default',
  changes: 'What it changes',
  nothing: 'Nothing: it is what this page shows.',
  back: 'Back to the default.',
  seeLabel: 'As its name says.',
  figure: 'Figure',
  difference: 'Difference from the reading shown',
  notComputed: 'not computed',
  waiting: 'waiting',
  noFigure: 'no figure for this choice',
  notSame: 'not the same measure, so no difference',
  noDifference: 'no number, so no difference',
  none: 'none: it is the reading shown',
  needsTable: (table: string, column?: string) =>
    column
      ? `needs the column ${column} of the table ${table}, which no file has`
      : `needs the table ${table}, which no file has`,
  latest: (period: string) =>
    `Figures: ${period}, as in the headline. Differences are between numbers before rounding.`,
  notForRelease: 'Working view: unprotected, not for release.',
  legend: 'Signs:',
  protectedTitle: 'No numbers here in Release view.',
  protectedWhy:
    'Each figure is protected by itself. Two readings of the same count side by side can be subtracted, and what is left over may be one child. Working view computes the readings and shows the differences.',
  elsewhere: 'Definitions of others',
  notChecked: ' (the source itself was not read)',
  needs: (what: string) => `Not computed here: needs ${what}.`,
  noneFound:
    'No other body was found that publishes this figure under a definition of its own. That is no proof that there is none.',
};

const nb: typeof en = {
  title: 'Andre definisjoner, og hva de ville gitt',
  lead: 'Definisjonen lar noe stå åpent. Hver linje under endrer nøyaktig ett valg og ikke noe annet: samme periode, samme filtre.',
  caption: 'Hver lesemåte av definisjonen, én endring om gangen',
  reading: 'Lesemåte',
  shown: 'Lesemåten som vises over',
  byDefault: 'standard',
  changes: 'Hva som endres',
  nothing: 'Ingenting: Det er den siden viser.',
  back: 'Tilbake til standardvalget.',
  seeLabel: 'Som navnet sier.',
  figure: 'Tall',
  difference: 'Forskjell fra lesemåten som vises',
  notComputed: 'ikke beregnet',
  waiting: 'venter',
  noFigure: 'ikke noe tall for dette valget',
  notSame: 'ikke samme mål, derfor ingen forskjell',
  noDifference: 'ikke noe tall, derfor ingen forskjell',
  none: 'ingen: det er lesemåten som vises',
  needsTable: (table, column) =>
    column
      ? `trenger kolonnen ${column} i tabellen ${table}, som ingen fil har`
      : `trenger tabellen ${table}, som ingen fil har`,
  latest: (period) =>
    `Tall: ${period}, som i overskriften. Forskjellene er mellom tall før avrunding.`,
  notForRelease: 'Arbeidsvisning: ubeskyttet, ikke til publisering.',
  legend: 'Tegn:',
  protectedTitle: 'Ingen tall her i publiseringsvisning.',
  protectedWhy:
    'Hvert tall er beskyttet for seg. To lesemåter av samme antall ved siden av hverandre kan trekkes fra hverandre, og det som blir igjen, kan være ett barn. Arbeidsvisningen beregner lesemåtene og viser forskjellene.',
  elsewhere: 'Andres definisjoner',
  notChecked: ' (selve kilden er ikke lest)',
  needs: (what) => `Ikke beregnet her: trenger ${what}.`,
  noneFound:
    'Vi har ikke funnet andre som publiserer dette tallet etter en egen definisjon. Det beviser ikke at ingen gjør det.',
};

/** What stands with the readings of a definition. */
export const definitionsWords: Words<typeof en> = { en, nb };

const askEn = {
  compute: 'Compute these readings',
  again: 'Compute these readings again',
  cancel: 'Cancel',
  progress: (done: number, all: number) => `Computing: ${done} of ${all} done.`,
  done: (all: number) => `${all} readings computed.`,
};

const askNb: typeof askEn = {
  compute: 'Beregn disse lesemåtene',
  again: 'Beregn disse lesemåtene på nytt',
  cancel: 'Avbryt',
  progress: (done, all) => `Beregner: ${done} av ${all} ferdig.`,
  done: (all) => `${all} lesemåter beregnet.`,
};

/** What can be done with them. */
export const askWords: Words<typeof askEn> = { en: askEn, nb: askNb };

const numberEn = {
  same: 'no difference',
  of: (numerator: string, denominator: string, unit: string) =>
    unit === 'per 100 child-months'
      ? `${numerator} in ${denominator} child-months`
      : unit === 'events per child'
        ? `${numerator} among ${denominator} children`
        : `${numerator} of ${denominator}`,
};

const numberNb: typeof numberEn = {
  same: 'ingen forskjell',
  of: (numerator, denominator, unit) =>
    unit === 'per 100 child-months'
      ? `${numerator} på ${denominator} barnemåneder`
      : unit === 'events per child'
        ? `${numerator} hos ${denominator} barn`
        : `${numerator} av ${denominator}`,
};

/** The words inside its numbers. */
export const readingWords: Words<typeof numberEn> = { en: numberEn, nb: numberNb };
