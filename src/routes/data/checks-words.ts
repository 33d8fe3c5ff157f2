import type { Words } from '../words-in';

const en = {
  title: 'Checks across files',
  note: 'Rules that rows must not break between them. An error contradicts what a figure is made of; a warning asks for a look. What a figure does about a breach stands with the rule.',
  summary: (errors: number, warnings: number, all: number) =>
    `${errors} error ${errors === 1 ? 'rule is' : 'rules are'} broken and ${warnings} that ${warnings === 1 ? 'warns' : 'warn'}, of ${all} that these files allow.`,
  stoppedSpoken: 'Checks stopped',
  progress: 'Rules checked',
  done: (done: number, all: number) => `${done} of ${all} rules. Figures do not wait for them.`,
  stop: 'Stop checking',
  stopped: 'Stopped. Nothing was checked.',
  again: 'Check again',
  failed: 'Not checked.',
  release:
    'Release view shows which rules are broken, not how often: a small count of rows could point to a child. Working view shows the counts.',
  region: 'Rules and what came of them',
  caption: 'Rules, broken ones first',
  rule: 'Rule',
  level: 'Level',
  outcome: 'Outcome',
  must: 'What must hold',
  tested: 'Tested',
  broken: 'Broken',
  untestable: 'Not testable',
  indicators: 'Indicators touched',
  levels: { error: 'Error', warning: 'Warning' },
  outcomes: { fails: 'Broken', holds: 'Kept', untested: 'Not tested' },
  units: {
    rows: 'rows',
    keys: 'keys',
    children: 'children',
    programmes: 'programmes',
    totals: 'totals',
    values: 'values',
  },
  keys: (first: boolean) => `Keys${first ? ', the first 20' : ''}`,
};

const nb: typeof en = {
  title: 'Kontroller på tvers av filer',
  note: 'Regler som radene ikke skal bryte seg imellom. En feil motsier det et tall er laget av; et varsel bør ses på. Hva et tall gjør med et brudd, står ved regelen.',
  summary: (errors, warnings, all) =>
    `${errors} ${errors === 1 ? 'regel' : 'regler'} på nivået feil er brutt og ${warnings} på nivået varsel, av ${all} som kan prøves med disse filene.`,
  stoppedSpoken: 'Kontrollen er stanset',
  progress: 'Kontrollerte regler',
  done: (done, all) => `${done} av ${all} regler. Tallene venter ikke på dem.`,
  stop: 'Stans kontrollen',
  stopped: 'Stanset. Ingenting er kontrollert.',
  again: 'Kontroller på nytt',
  failed: 'Ikke kontrollert.',
  release:
    'Publiseringsvisningen viser hvilke regler som er brutt, ikke hvor ofte: Et lite antall rader kan peke ut et barn. Arbeidsvisningen viser antallene.',
  region: 'Regler og hva som kom ut av dem',
  caption: 'Regler, de brutte først',
  rule: 'Regel',
  level: 'Nivå',
  outcome: 'Utfall',
  must: 'Hva som skal gjelde',
  tested: 'Prøvd',
  broken: 'Brutt',
  untestable: 'Kan ikke prøves',
  indicators: 'Berørte indikatorer',
  levels: { error: 'Feil', warning: 'Varsel' },
  outcomes: { fails: 'Brutt', holds: 'Holdt', untested: 'Ikke prøvd' },
  units: {
    rows: 'rader',
    keys: 'nøkler',
    children: 'barn',
    programmes: 'tiltak',
    totals: 'summer',
    values: 'verdier',
  },
  keys: (first) => `Nøkler${first ? ', de første 20' : ''}`,
};

/** The words of the rules between rows and files. */
export const checksWords: Words<typeof en> = { en, nb };
