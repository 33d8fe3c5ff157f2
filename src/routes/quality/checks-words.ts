import type { Words } from '../words-in';

const en = {
  duplicates: {
    title: 'Counted once',
    note: 'Rows of the case files on their way to children, as in the explanation of ID-01.',
    notLinkable: 'Not linkable.',
    unlinked:
      'These files cannot be linked to children, so a child with two files is counted twice.',
    caption: 'From rows to children',
    rows: 'Rows',
    step: 'What they are',
    rules: 'Rules on keys and persons (X01, X24)',
    none: 'These files do not allow rules X01 and X24 to be tested.',
    outcomes: { fails: 'Broken', holds: 'Kept', untested: 'Not tested' },
  },
  checks: {
    title: 'Checks across files',
    note: 'Rules that rows must not break between them.',
    link: 'Every rule, what it tests and what figures do about it',
    linkMore: ', and how each file was read',
    running: 'Rules are being checked…',
    cancelled: 'Checking was stopped.',
    failed: 'Not checked.',
    errors: 'Errors: contradict what a figure is made of',
    warnings: 'Warnings: ask for a look',
    kept: 'Kept',
    untested: 'Not tested: no row has the values that the rule needs',
    /** `codes` is empty where no rule is broken. */
    broken: (rules: number, codes: string) => `${rules} broken${codes ? `: ${codes}` : ''}`,
    account: (records: string, rejected: string, excluded: string) =>
      `Of ${records} records in the files ${rejected} were rejected and ${excluded} left out by rule.`,
  },
};

const nb: typeof en = {
  duplicates: {
    title: 'Talt én gang',
    note: 'Radene i saksfilene på vei til å bli barn, som i forklaringen til ID-01.',
    notLinkable: 'Kan ikke kobles.',
    unlinked: 'Disse filene kan ikke kobles til barn, så et barn med to saker telles to ganger.',
    caption: 'Fra rader til barn',
    rows: 'Rader',
    step: 'Hva de er',
    rules: 'Regler om nøkler og personer (X01, X24)',
    none: 'Med disse filene kan ikke reglene X01 og X24 prøves.',
    outcomes: { fails: 'Brutt', holds: 'Holdt', untested: 'Ikke prøvd' },
  },
  checks: {
    title: 'Kontroller på tvers av filer',
    note: 'Regler som radene ikke skal bryte seg imellom.',
    link: 'Hver regel, hva den prøver, og hva tallene gjør med det',
    linkMore: ', og hvordan hver fil ble lest',
    running: 'Reglene kontrolleres …',
    cancelled: 'Kontrollen ble stanset.',
    failed: 'Ikke kontrollert.',
    errors: 'Feil: motsier det et tall er laget av',
    warnings: 'Varsler: bør ses på',
    kept: 'Holdt',
    untested: 'Ikke prøvd: ingen rad har verdiene som regelen trenger',
    broken: (rules, codes) => `${rules} brutt${codes ? `: ${codes}` : ''}`,
    account: (records, rejected, excluded) =>
      `Av ${records} poster i filene ble ${rejected} avvist og ${excluded} utelatt etter regel.`,
  },
};

/** What the page says of rows that are the same child and of rules across files. */
export const checksWords: Words<typeof en> = { en, nb };
