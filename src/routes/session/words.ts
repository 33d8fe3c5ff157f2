import type { Words } from '../words-in';

const en = {
  menu: 'Session',
  cover: 'Cover the screen',
  idle: 'Cover by itself without input after',
  minutes: (count: number | null) => (count === null ? 'never' : `${count} minutes`),
  passphrase: 'Words to ask for when uncovering (optional)',
  use: 'Use these words',
  stop: 'Ask for no words',
  asked: 'The cover will ask for your words.',
  notAsked: 'The cover asks for no words.',
  cannot: 'Words can be asked for only where the address begins with https.',
  limits:
    'The cover hides the screen. It does not encrypt the memory: someone with time and knowledge gets past it. Lock the computer when you leave.',
  kept: 'These choices hold for this tab only.',
  wipe: 'End session and wipe…',
  sure: 'Files, figures, named views and an estimate go. This cannot be undone. What you saved stays where you saved it.',
  yes: 'Wipe now',
  no: 'Keep working',
  wiping: 'Wiping…',
  covered: {
    title: 'Covered',
    text: 'The page is covered. Nothing was lost, and nothing is sent.',
    words: 'Your words',
    go: 'Go on',
    wrong: 'These are other words. Try again.',
    forgotten: 'The words are kept nowhere. If they are forgotten, the session can only be ended.',
  },
  ended: {
    title: 'The session has ended',
    did: 'What was done',
    steps: [
      'Files, figures, named views and an estimate were dropped; the calculation engine was closed.',
      'The view was taken out of the address.',
      'What this site could store in the browser was cleared.',
    ],
    checked: 'What was checked afterwards',
    records: (there: boolean) =>
      `Records in the page: ${there ? 'STILL THERE – close the tab' : 'none'}`,
    figures: (there: boolean) =>
      `Figures in the page: ${there ? 'STILL THERE – close the tab' : 'none'}`,
    views: (count: number) => `Named views: ${count}`,
    address: (clear: boolean) => `View in the address: ${clear ? 'none' : 'STILL THERE'}`,
    stored: (empty: boolean) => `Storage of this site: ${empty ? 'empty' : 'NOT empty'}`,
    places: {
      local: 'local storage',
      session: 'storage of the tab',
      cookies: 'cookies',
      caches: 'caches',
      databases: 'databases',
      files: 'private files',
      workers: 'service workers',
    },
    count: (count: number | null) =>
      count === null ? 'this browser does not let the page look' : String(count),
    not: 'What a page cannot do',
    limits: [
      'Memory is given back to the browser, which frees it in its own time. Close the tab to be sure.',
      'The history of the browser still has the addresses of this tab: which indicators and filters were looked at, and no number.',
      'Files you saved and what you copied are where you put them.',
    ],
    again: 'Begin again',
  },
};

const nb: typeof en = {
  menu: 'Økt',
  cover: 'Dekk til skjermen',
  idle: 'Dekk til av seg selv uten bruk etter',
  minutes: (count) => (count === null ? 'aldri' : `${count} minutter`),
  passphrase: 'Ord det skal spørres om for å vise siden igjen (valgfritt)',
  use: 'Bruk disse ordene',
  stop: 'Ikke spør om ord',
  asked: 'Det blir spurt om ordene dine.',
  notAsked: 'Det blir ikke spurt om ord.',
  cannot: 'Ord kan det bare spørres om der adressen begynner med https.',
  limits:
    'Tildekkingen skjuler skjermen. Den krypterer ikke minnet: En med tid og kunnskap kommer forbi. Lås maskinen når du går.',
  kept: 'Valgene gjelder bare for denne fanen.',
  wipe: 'Avslutt økten og slett …',
  sure: 'Filer, tall, navngitte visninger og et anslag blir borte. Dette kan ikke angres. Det du har lagret, blir der du lagret det.',
  yes: 'Slett nå',
  no: 'Arbeid videre',
  wiping: 'Sletter …',
  covered: {
    title: 'Tildekket',
    text: 'Siden er dekket til. Ingenting er tapt, og ingenting sendes.',
    words: 'Ordene dine',
    go: 'Fortsett',
    wrong: 'Dette er andre ord. Prøv igjen.',
    forgotten: 'Ordene er ikke lagret noe sted. Er de glemt, kan økten bare avsluttes.',
  },
  ended: {
    title: 'Økten er avsluttet',
    did: 'Hva som er gjort',
    steps: [
      'Filer, tall, navngitte visninger og et anslag er fjernet; regnemotoren er lukket.',
      'Visningen er tatt ut av adressen.',
      'Det dette nettstedet kunne lagret i nettleseren, er tømt.',
    ],
    checked: 'Hva som er kontrollert etterpå',
    records: (there) => `Poster på siden: ${there ? 'FORTSATT DER – lukk fanen' : 'ingen'}`,
    figures: (there) => `Tall på siden: ${there ? 'FORTSATT DER – lukk fanen' : 'ingen'}`,
    views: (count) => `Navngitte visninger: ${count}`,
    address: (clear) => `Visning i adressen: ${clear ? 'ingen' : 'FORTSATT DER'}`,
    stored: (empty) => `Lagringsplassen til nettstedet: ${empty ? 'tom' : 'IKKE tom'}`,
    places: {
      local: 'lokal lagring',
      session: 'lagring for fanen',
      cookies: 'informasjonskapsler',
      caches: 'mellomlagre',
      databases: 'databaser',
      files: 'private filer',
      workers: 'bakgrunnsprogrammer',
    },
    count: (count) => (count === null ? 'nettleseren lar ikke siden se etter' : String(count)),
    not: 'Hva en side ikke kan gjøre',
    limits: [
      'Minnet er gitt tilbake til nettleseren, som frigjør det når den vil. Lukk fanen for å være sikker.',
      'Historikken i nettleseren har fortsatt adressene fra denne fanen: hvilke indikatorer og filtre som ble sett på, men ingen tallverdier.',
      'Filer du lagret, og det du kopierte, er der du la det.',
    ],
    again: 'Begynn på nytt',
  },
};

/** The words of the cover and of the end of a session. */
export const words: Words<typeof en> = { en, nb };
