import type { Words } from '../../words-in';

const en = {
  tab: (title: string) => `${title} – Rapporteur`,
  indicators: 'Indicators',
  definition: (revision: number) => `definition ${revision}`,
  computing: 'Computing…',
  noSuch: 'There is no such indicator.',
  by: (columns: readonly string[]) => `by ${columns.join(' and ')}`,
  source: 'Source:',
  notes: 'Notes:',
  noChart: 'No chart: nothing that may be shown can be drawn. The table says why.',
  chart: (name: string) =>
    `Chart: ${name}. Arrow keys read it point by point; the table beside it has every number.`,
  table: (caption: string) => `Table: ${caption}`,
  notForRelease: 'Working view: unprotected, not for release',
  actions: {
    explain: 'Explain this number',
    copy: 'Copy as text',
    copyWorking: 'Copy as text (adds “not for release”)',
    copied: 'Copied.',
    svg: 'Save chart (SVG)',
    png: 'Save chart (PNG)',
    csv: 'Save data (CSV)',
    txt: 'Save notes (TXT)',
    onlyRelease: 'Saving is available in Release view.',
  },
};

const nb: typeof en = {
  tab: (title) => `${title} – Rapporteur`,
  indicators: 'Indikatorer',
  definition: (revision) => `definisjon ${revision}`,
  computing: 'Beregner …',
  noSuch: 'Denne indikatoren finnes ikke.',
  by: (columns) => `etter ${columns.join(' og ')}`,
  source: 'Kilde:',
  notes: 'Merknader:',
  noChart: 'Ingen figur: Ikke noe av det som kan vises, kan tegnes. Tabellen sier hvorfor.',
  chart: (name) =>
    `Figur: ${name}. Piltastene leser den punkt for punkt; tabellen ved siden av har alle tallene.`,
  table: (caption) => `Tabell: ${caption}`,
  notForRelease: 'Arbeidsvisning: ubeskyttet, ikke til publisering',
  actions: {
    explain: 'Forklar tallet',
    copy: 'Kopier som tekst',
    copyWorking: 'Kopier som tekst (tilføyer «ikke til publisering»)',
    copied: 'Kopiert.',
    svg: 'Lagre figur (SVG)',
    png: 'Lagre figur (PNG)',
    csv: 'Lagre data (CSV)',
    txt: 'Lagre merknader (TXT)',
    onlyRelease: 'Lagring er tilgjengelig i publiseringsvisning.',
  },
};

/** The words of a figure with its table, and of what can be done with it. */
export const figureWords: Words<typeof en> = { en, nb };
