import type { Words } from '../../words-in';

const en = {
  title: 'What is withheld, and why',
  cost: 'Withheld',
  rule: 'Rule',
  children: 'Share of the children',
  verdict: 'Audit',
  promise: 'Promise',
};

const nb: typeof en = {
  title: 'Hva som holdes tilbake, og hvorfor',
  cost: 'Holdt tilbake',
  rule: 'Regel',
  children: 'Andel av barna',
  verdict: 'Kontroll',
  promise: 'Løfte',
};

/** The words around the account of how a figure was protected. */
export const withheldSectionWords: Words<typeof en> = { en, nb };
