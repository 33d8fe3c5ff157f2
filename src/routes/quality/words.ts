import type { Words } from '../words-in';

const en = {
  tab: 'Data quality – Rapporteur',
  title: 'Data quality',
  subtitle:
    'How much of what is needed was recorded, what came late or twice, and what that does to the figures. Nothing here says whether what is filled in is true.',
  computing: 'Being computed…',
  failed: 'Not computed.',
  region: (caption: string) => `Table: ${caption}`,
  completeness: {
    title: 'How much is filled in',
    subtitle:
      'Known values as a share of the cells that should hold one. Unknown and not asked count as lacking; refused and not applicable do not.',
    core: 'Only columns that the core indicators need',
    all: 'All loaded columns',
    caption: 'Completeness by table and column',
    column: 'Column',
    filled: 'Filled in',
    share: 'Known',
    cells: 'Known of applicable cells',
    known: (known: string, all: string) => `${known} of ${all}`,
    lacks: 'Why the rest is empty',
    wholeTable: 'Whole table',
    coreColumn: 'core',
    children: 'Why cells are empty is told in Working view only.',
    nothing: 'nothing lacks',
    marks:
      '[c] withheld to protect children; [x] not available, too few cells for a share or none.',
    source: 'Full figure, saving and explanation: DQ-01',
  },
  source: {
    label: 'Source:',
    notes: 'Notes:',
  },
  organisations: {
    open: 'By organisation',
    table: 'Table',
    caption: (table: string) => `${table}, by organisation`,
    note: 'Core columns. Organisations stand in the order of their codes, not of size. A column that an organisation never had rows for is left empty.',
    none: 'No table of these files names organisations.',
    marks: '[c] withheld to protect children; [x] not available, too few cells for a share.',
  },
};

const nb: typeof en = {
  tab: 'Datakvalitet – Rapporteur',
  title: 'Datakvalitet',
  subtitle:
    'Hvor mye av det som trengs, som ble registrert, hva som kom sent eller to ganger, og hva det gjør med tallene. Ingenting her sier om det som er fylt ut, er sant.',
  computing: 'Beregner …',
  failed: 'Ikke beregnet.',
  region: (caption) => `Tabell: ${caption}`,
  completeness: {
    title: 'Hvor mye som er fylt ut',
    subtitle:
      'Kjente verdier som andel av cellene som skulle hatt en verdi. Ukjent og ikke spurt om regnes som manglende; ville ikke svare og ikke aktuelt gjør det ikke.',
    core: 'Bare kolonner som kjerneindikatorene trenger',
    all: 'Alle innleste kolonner',
    caption: 'Kompletthet etter tabell og kolonne',
    column: 'Kolonne',
    filled: 'Fylt ut',
    share: 'Kjent',
    cells: 'Kjente av aktuelle celler',
    known: (known, all) => `${known} av ${all}`,
    lacks: 'Hvorfor resten er tom',
    wholeTable: 'Hele tabellen',
    coreColumn: 'kjerne',
    children: 'Hvorfor celler er tomme, vises bare i arbeidsvisning.',
    nothing: 'ingenting mangler',
    marks:
      '[c] holdt tilbake for å verne barn; [x] ikke tilgjengelig, for få celler til en andel eller ingen.',
    source: 'Full visning, lagring og forklaring: DQ-01',
  },
  source: {
    label: 'Kilde:',
    notes: 'Merknader:',
  },
  organisations: {
    open: 'Etter organisasjon',
    table: 'Tabell',
    caption: (table) => `${table}, etter organisasjon`,
    note: 'Kjernekolonner. Organisasjonene står i rekkefølge etter kode, ikke etter størrelse. En kolonne som en organisasjon aldri har hatt rader for, står tom.',
    none: 'Ingen tabell i disse filene navngir organisasjoner.',
    marks: '[c] holdt tilbake for å verne barn; [x] ikke tilgjengelig, for få celler til en andel.',
  },
};

/** What the page on the quality of the data says: the page itself, completeness, organisations. */
export const words: Words<typeof en> = { en, nb };
