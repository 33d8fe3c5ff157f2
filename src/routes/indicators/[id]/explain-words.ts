import type { Words } from '../../words-in';

/** A figure as a citation names it. */
interface Cited {
  readonly title: string;
  readonly id: string;
  readonly revision: number;
  readonly data: string;
}

const en = {
  title: 'Explain this number',
  steps: 'From the files to the figure',
  stepsOfAll:
    'In Release view the way is told of the figure without filters and over all months. What a filter or a period leaves out is the difference of two figures, which the disclosure check judges.',
  stepsCaption: 'Every row of the case files is in one line',
  ofWhich: (kind: string): string => (kind === 'of which' ? 'of which ' : ''),
  counted: 'What is counted',
  numerator: 'Numerator',
  denominator: 'Denominator',
  unknowns: 'Unknown values',
  unknownRule: (rule: string) => `${rule}: an unknown is never a no, a zero or the same day`,
  definition: 'Definition',
  definedAs: (id: string, revision: number, population: string) =>
    `${id}, revision ${revision}, population ${population}`,
  cannotTell: 'What it cannot tell',
  cautions: 'Cautions',
  protection: 'Protection',
  threshold: (threshold: number) => `Threshold ${threshold};`,
  withheld: (withheld: string, of: string) => `${withheld} of ${of} rows withheld;`,
  audits: {
    proven: 'proven by whole-number tables that were added up again',
    'not needed': 'nothing had to be withheld',
    'not proven': 'not proven, so nothing is shown',
    unprotected: 'unprotected: Working view',
  },
  unprotected: 'None: these are true values for people entitled to the records.',
  from: 'Where it comes from',
  noFile: 'no file',
  basis: 'Legal and normative basis',
  notChecked: ' (text not checked)',
  standards: 'Definitions it can be held against',
  query: 'Query as run',
  queryLabel: 'SQL as run',
  copyQuery: 'Copy the query',
  full: 'Full definition and worked example',
  read: 'How the files were read',
  madeUp: 'made-up data',
  cite: ({ title, id, revision, data }: Cited) =>
    `Cite as: ${title} (${id}, definition ${revision}), ${data}, computed with Rapporteur 0.1.0.`,
};

const nb: typeof en = {
  title: 'Forklaring av tallet',
  steps: 'Fra filene til tallet',
  stepsOfAll:
    'I publiseringsvisningen fortelles veien for tallet uten filtre og over alle måneder. Det et filter eller en periode utelater, er forskjellen mellom to tall, og den avgjør kontrollen for avsløring.',
  stepsCaption: 'Hver rad i saksfilene står på én linje',
  ofWhich: (kind) => (kind === 'of which' ? 'av disse ' : ''),
  counted: 'Hva som telles',
  numerator: 'Teller',
  denominator: 'Nevner',
  unknowns: 'Ukjente verdier',
  unknownRule: (rule) => `${rule}: Ukjent regnes aldri som nei, som null eller som samme dag`,
  definition: 'Definisjon',
  definedAs: (id, revision, population) => `${id}, utgave ${revision}, populasjon ${population}`,
  cannotTell: 'Hva tallet ikke kan si',
  cautions: 'Forbehold',
  protection: 'Vern',
  threshold: (threshold) => `Terskel ${threshold};`,
  withheld: (withheld, of) => `${withheld} av ${of} rader holdt tilbake;`,
  audits: {
    proven: 'bevist med heltallstabeller som er lagt sammen på nytt',
    'not needed': 'ingenting måtte holdes tilbake',
    'not proven': 'ikke bevist, derfor vises ingenting',
    unprotected: 'ubeskyttet: arbeidsvisning',
  },
  unprotected: 'Ingen: Dette er sanne verdier for dem som har rett til å se opplysningene.',
  from: 'Hvor tallet kommer fra',
  noFile: 'ingen fil',
  basis: 'Rettslig og normativt grunnlag',
  notChecked: ' (teksten er ikke kontrollert)',
  standards: 'Definisjoner det kan holdes opp mot',
  query: 'Spørringen slik den ble kjørt',
  queryLabel: 'SQL slik den ble kjørt',
  copyQuery: 'Kopier spørringen',
  full: 'Hele definisjonen med regneeksempel',
  read: 'Slik ble filene lest',
  madeUp: 'oppdiktede data',
  cite: ({ title, id, revision, data }) =>
    `Siteres slik: ${title} (${id}, definisjon ${revision}), ${data}, beregnet med Rapporteur 0.1.0.`,
};

/** The words that explain a figure. */
export const explainWords: Words<typeof en> = { en, nb };
