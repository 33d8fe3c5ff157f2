import type { Words } from '../words-in';

const en = {
  undo: 'Undo',
  redo: 'Redo',
  undone: (name: string) => `Undone: ${name}`,
  redone: (name: string) => `Done again: ${name}`,
  wentTo: (name: string) => `Back to: ${name}`,
  steps: 'Steps',
  stepsLegend: 'Changes of the view, the latest last',
  here: 'shown now',
  views: 'Views',
  name: 'Name of this view',
  keep: 'Keep this view',
  none: 'No view is kept yet.',
  remove: (name: string) => `Remove ${name}`,
  save: 'Save the views to a file',
  open: 'Open a file of views',
  unreadable: {
    not_json: 'This is not a file of saved views: it is not JSON.',
    not_views: 'This is not a file of saved views.',
    later_version: 'These views were saved by a later version of the app.',
  },
  kept: 'Views are kept in this tab only, until it is closed. The file holds names and choices, no figure.',
};

const nb: typeof en = {
  undo: 'Angre',
  redo: 'Gjør om',
  undone: (name) => `Angret: ${name}`,
  redone: (name) => `Gjort om igjen: ${name}`,
  wentTo: (name) => `Tilbake til: ${name}`,
  steps: 'Trinn',
  stepsLegend: 'Endringer av visningen, den nyeste sist',
  here: 'vises nå',
  views: 'Visninger',
  name: 'Navn på denne visningen',
  keep: 'Ta vare på denne visningen',
  none: 'Ingen visning er tatt vare på ennå.',
  remove: (name) => `Fjern ${name}`,
  save: 'Lagre visningene i en fil',
  open: 'Åpne en fil med visninger',
  unreadable: {
    not_json: 'Dette er ikke en fil med lagrede visninger: Den er ikke JSON.',
    not_views: 'Dette er ikke en fil med lagrede visninger.',
    later_version: 'Disse visningene ble lagret av en nyere versjon av appen.',
  },
  kept: 'Visningene finnes bare i denne fanen, til den lukkes. Filen inneholder navn og valg, ingen tall.',
};

/** The words of the steps back and of the views with names. */
export const historyWords: Words<typeof en> = { en, nb };
