import type { Text } from '$lib/schema/text';

/** What is shown when something failed that has no words of its own, and what to do then. */
export const failureWords = {
  loading: {
    en: 'The files could not be loaded because of an error in the app.',
    nb: 'Filene kunne ikke lastes inn på grunn av en feil i appen.',
  },
  stillThere: {
    en: 'The data loaded before are still there. Choose other files, or go back to them.',
    nb: 'Dataene som var lastet inn før, er der fortsatt. Velg andre filer, eller gå tilbake til dem.',
  },
  fewerFiles: {
    en: 'Try again, or try with fewer files.',
    nb: 'Prøv igjen, eller prøv med færre filer.',
  },
  chooseAgain: { en: 'Choose the files again.', nb: 'Velg filene på nytt.' },
  changes: {
    en: 'What changed could not be counted because of an error in the app.',
    nb: 'Det som er endret, kunne ikke telles på grunn av en feil i appen.',
  },
  earlier: {
    en: 'The import before could not be loaded again because of an error in the app.',
    nb: 'Innlastingen før kunne ikke lastes inn på nytt på grunn av en feil i appen.',
  },
  vintages: {
    en: 'The figures of the imports could not be computed because of an error in the app.',
    nb: 'Tallene fra innlastingene kunne ikke beregnes på grunn av en feil i appen.',
  },
  uniqueness: {
    en: 'Classes could not be counted because of an error in the app.',
    nb: 'Klassene kunne ikke telles på grunn av en feil i appen.',
  },
  rows: {
    en: 'The rows could not be listed because of an error in the app.',
    nb: 'Radene kunne ikke listes på grunn av en feil i appen.',
  },
  linkage: {
    en: 'Records could not be compared because of an error in the app.',
    nb: 'Postene kunne ikke sammenliknes på grunn av en feil i appen.',
  },
  checks: {
    en: 'The checks failed because of an error in the app.',
    nb: 'Kontrollene mislyktes på grunn av en feil i appen.',
  },
} satisfies Readonly<Record<string, Text>>;
