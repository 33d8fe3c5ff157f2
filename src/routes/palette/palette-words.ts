import type { Words } from '../words-in';

const en = {
  open: 'Find',
  keys: 'Ctrl or ⌘ + K',
  title: 'Find a page, an indicator, a term or an action',
  results: 'Found',
  hint: 'Arrow keys choose, Enter opens, Esc closes. First comes what begins with a code, then with a word, then what has it within a word.',
  count: (found: number) => (found === 1 ? '1 entry' : `${found} entries`),
  nothing: 'Nothing has this in its name.',
  close: 'Close',
  kinds: { page: 'Page', action: 'Action', indicator: 'Indicator', term: 'Term' },
  now: 'shown now',
  working: 'Working view',
  release: 'Release view',
  language: (name: string) => `Language: ${name}`,
  undo: 'Undo the last change of the view',
  redo: 'Redo the change of the view',
  anew: 'Start a new release…',
  yesAnew: 'Start it now',
  begun: 'A new release has begun: nothing has left in it.',
  clear: 'Clear data…',
  sureClear: 'Files and figures go from this tab. This cannot be undone.',
  yesClear: 'Clear now',
};

const nb: typeof en = {
  open: 'Finn',
  keys: 'Ctrl eller ⌘ + K',
  title: 'Finn en side, en indikator, et ord eller en handling',
  results: 'Treff',
  hint: 'Piltastene velger, Enter åpner, Esc lukker. Først kommer det som begynner med en kode, så med et ord, så det som har det inne i et ord.',
  count: (found) => `${found} treff`,
  nothing: 'Ingenting har dette i navnet sitt.',
  close: 'Lukk',
  kinds: { page: 'Side', action: 'Handling', indicator: 'Indikator', term: 'Ord' },
  now: 'vises nå',
  working: 'Arbeidsvisning',
  release: 'Publiseringsvisning',
  language: (name) => `Språk: ${name}`,
  undo: 'Angre den siste endringen av visningen',
  redo: 'Gjør om endringen av visningen',
  anew: 'Begynn på en ny publisering …',
  yesAnew: 'Begynn nå',
  begun: 'En ny publisering er begynt: Ingenting har gått ut i den.',
  clear: 'Tøm data …',
  sureClear: 'Filer og tall blir borte fra denne fanen. Dette kan ikke angres.',
  yesClear: 'Tøm nå',
};

/** The words of the search over pages, indicators, terms and actions. */
export const paletteWords: Words<typeof en> = { en, nb };
