import type { Words } from './words-in';

const en = {
  opened: 'As the page was opened',
  skip: 'Skip to the content',
  skipToTable: 'Skip to the first table',
  skipToFilters: 'Skip to the filters',
  menu: 'Menu',
  main: 'Main',
  dataTo: (name: string, month: string) => `${name}, data to ${month}`,
  view: 'View',
  working: 'Working',
  release: 'Release',
  dataBefore: 'Back to the data before',
  help: 'Help',
  pages: {
    start: 'Start',
    data: 'Data',
    indicators: 'Indicators',
    funding: 'Funding',
    quality: 'Data quality',
    checklist: 'Checklist',
    estimate: 'How many may not be known',
    methods: 'Methods',
    about: 'Privacy and limits',
  },
  problems: (count: number) => `Problems ${count}`,
  footer: (version: string) =>
    `Rapporteur ${version}. Files stay in this tab: nothing is sent, nothing is stored.`,
  footerLink: 'Privacy, limits and how to check them',
  banner: {
    working: 'Working view – unprotected – do not copy',
    workingNote:
      'True values, for people entitled to the records. Nothing can be saved or published from here.',
    release: 'Release view',
    releaseNote: (most: number) =>
      `What a reader will get. Groups of 1 to ${most} children, and figures that would reveal them, are withheld and marked`,
    madeUp: 'Made-up data',
  },
  language: {
    label: 'Language',
    ui: 'Interface',
    out: 'Sentences, tables, charts and files',
    asInterface: 'as the interface',
    note: 'The choice is in the address of the page and nowhere else.',
  },
  drop: 'Drop the files to load them in this tab',
  import: {
    label: 'Import in progress',
    booting: 'Starting the calculation engine',
    preparing: 'Preparing the figures',
    phases: {
      reading: 'Reading',
      scanning: 'Counting records in',
      loading: 'Loading',
      checking: 'Checking',
    },
    secondLeft: 'about a second left',
    secondsLeft: (seconds: number) => `about ${seconds} seconds left`,
    done: (records: string, megabytes: string, total: string) =>
      `${records} records, ${megabytes} of ${total} MB`,
    firstTime: 'The first time this takes a second or two.',
    cancel: 'Cancel',
    failed: 'The files were not loaded',
  },
};

const nb: typeof en = {
  opened: 'Slik siden ble åpnet',
  skip: 'Gå til innholdet',
  skipToTable: 'Gå til den første tabellen',
  skipToFilters: 'Gå til filtrene',
  menu: 'Meny',
  main: 'Hovedmeny',
  dataTo: (name, month) => `${name}, data til ${month}`,
  view: 'Visning',
  working: 'Arbeid',
  release: 'Publisering',
  dataBefore: 'Tilbake til forrige data',
  help: 'Hjelp',
  pages: {
    start: 'Start',
    data: 'Data',
    indicators: 'Indikatorer',
    funding: 'Finansiering',
    quality: 'Datakvalitet',
    checklist: 'Sjekkliste',
    estimate: 'Hvor mange som kan være ukjent',
    methods: 'Metoder',
    about: 'Personvern og grenser',
  },
  problems: (count) => `Problemer ${count}`,
  footer: (version) =>
    `Rapporteur ${version}. Filene blir i denne fanen: ingenting sendes, ingenting lagres.`,
  footerLink: 'Personvern, grenser og hvordan de kan kontrolleres',
  banner: {
    working: 'Arbeidsvisning – ubeskyttet – skal ikke kopieres',
    workingNote:
      'Sanne verdier, for dem som har rett til å se opplysningene. Ingenting kan lagres eller publiseres herfra.',
    release: 'Publiseringsvisning',
    releaseNote: (most) =>
      `Det en leser får se. Grupper på 1 til ${most} barn, og tall som ville røpe dem, holdes tilbake og merkes`,
    madeUp: 'Oppdiktede data',
  },
  language: {
    label: 'Språk',
    ui: 'Grensesnitt',
    out: 'Setninger, tabeller, figurer og filer',
    asInterface: 'som grensesnittet',
    note: 'Valget står i adressen til siden og ingen andre steder.',
  },
  drop: 'Slipp filene for å laste dem inn i denne fanen',
  import: {
    label: 'Filer lastes inn',
    booting: 'Starter regnemotoren',
    preparing: 'Gjør tallene klare',
    phases: {
      reading: 'Leser',
      scanning: 'Teller poster i',
      loading: 'Laster inn',
      checking: 'Kontrollerer',
    },
    secondLeft: 'omtrent ett sekund igjen',
    secondsLeft: (seconds) => `omtrent ${seconds} sekunder igjen`,
    done: (records, megabytes, total) => `${records} poster, ${megabytes} av ${total} MB`,
    firstTime: 'Første gang tar dette et sekund eller to.',
    cancel: 'Avbryt',
    failed: 'Filene ble ikke lastet inn',
  },
};

/** The words around every page. */
export const words: Words<typeof en> = { en, nb };
