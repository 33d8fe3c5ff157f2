import type { Words } from '../words-in';

const en = {
  title: 'What this does to the indicators',
  note: 'The core indicators, the needed column with the lowest completeness, and which way an error can go.',
  caption: 'Core indicators and their weakest column',
  indicator: 'Indicator',
  column: 'Least complete column it needs',
  error: 'Which way an error can go',
  off: 'Switched off: what these files lack',
  offNone: 'No core indicator is switched off.',
  withheld: 'Some needed columns are withheld in Release view and may be less complete.',
  unjudged: 'Not judged, as nothing tells where a value should be:',
  noColumn: 'No needed column has a share that may be shown.',
  /** Which way what is not known can move a figure. */
  errors: {
    neither: (label: string) => `Neither way for “${label}”: what is unknown changes nothing.`,
    either: (label: string, range: string) =>
      `Either way: “${label}” is ${range}, from every unknown a no to every unknown a yes.`,
    countsLow: 'Too low only: what is unknown stands in a row of its own and in no named group.',
    sharesLow:
      'Counts of named groups can only be too low, as the unknown have a row of their own; shares among the known can err either way.',
    noBand: 'Either way: an unknown may be a yes or a no. This view shows no band.',
    leftOut:
      'Either way: what is unknown is left out, and those left out may differ from the rest.',
  },
};

const nb: typeof en = {
  title: 'Hva dette gjør med indikatorene',
  note: 'Kjerneindikatorene, den av kolonnene de trenger som har lavest kompletthet, og hvilken vei en feil kan gå.',
  caption: 'Kjerneindikatorer og deres svakeste kolonne',
  indicator: 'Indikator',
  column: 'Minst komplette kolonne den trenger',
  error: 'Hvilken vei en feil kan gå',
  off: 'Slått av: hva disse filene mangler',
  offNone: 'Ingen kjerneindikator er slått av.',
  withheld:
    'Noen nødvendige kolonner er holdt tilbake i publiseringsvisningen og kan være mindre komplette.',
  unjudged: 'Ikke vurdert, fordi ingenting sier hvor det skulle stått en verdi:',
  noColumn: 'Ingen nødvendig kolonne har en andel som kan vises.',
  errors: {
    neither: (label) => `Ingen vei for «${label}»: det ukjente endrer ingenting.`,
    either: (label, range) =>
      `Begge veier: «${label}» er ${range}, fra at alt ukjent er nei, til at alt ukjent er ja.`,
    countsLow: 'Bare for lavt: det ukjente står i en egen rad og ikke i noen navngitt gruppe.',
    sharesLow:
      'Antall i navngitte grupper kan bare være for lave, siden de ukjente har en egen rad; andeler blant de kjente kan være feil begge veier.',
    noBand:
      'Begge veier: en ukjent kan være et ja eller et nei. Denne visningen har ikke noe spenn.',
    leftOut:
      'Begge veier: det ukjente er utelatt, og de som er utelatt, kan være annerledes enn resten.',
  },
};

/** What the page says of the effect on the indicators. */
export const effectsWords: Words<typeof en> = { en, nb };
