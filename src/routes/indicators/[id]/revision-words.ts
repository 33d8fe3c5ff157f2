import type { Words } from '../../words-in';

const en = {
  title: 'Revised since the import before',
  none: 'No period of this number differs from the import before.',
  caption: 'Each period that differs, before and now',
  period: 'Period',
  before: 'Before',
  now: 'Now',
  change: 'Change',
  held: (threshold: number) => `changed; by how much is shown from ${threshold} only`,
  kind: 'What kind of revision is it?',
  kinds: { correction: 'A correction of an error', scheduled: 'A scheduled revision' },
  draft: 'Draft of a revision note',
  moved: (period: string, now: string, before: string, by: string) =>
    `${period}: ${now}, before ${before} (${by}).`,
  movedHeld: (period: string) => `${period}: changed slightly.`,
  note: (series: string, day: string, since: string, changes: string) =>
    `Revised ${day}: ${series}. ${changes} The figures before are those of the data loaded ${since}.`,
  why: {
    correction: 'This is a correction: the figures before were wrong and are replaced.',
    scheduled:
      'This is a scheduled revision: records that were entered, changed or taken out since then are followed. No error is corrected.',
  },
  copy: 'Copy the note',
  region: (caption: string) => `Table: ${caption}`,
};

const nb: typeof en = {
  title: 'Revidert siden innlastingen før',
  none: 'Ingen periode av dette tallet er annerledes enn i innlastingen før.',
  caption: 'Hver periode som er annerledes, før og nå',
  period: 'Periode',
  before: 'Før',
  now: 'Nå',
  change: 'Endring',
  held: (threshold) => `endret; hvor mye vises bare fra ${threshold}`,
  kind: 'Hva slags revisjon er det?',
  kinds: { correction: 'Retting av en feil', scheduled: 'En planlagt revisjon' },
  draft: 'Utkast til revisjonsmerknad',
  moved: (period, now, before, by) => `${period}: ${now}, før ${before} (${by}).`,
  movedHeld: (period) => `${period}: litt endret.`,
  note: (series, day, since, changes) =>
    `Revidert ${day}: ${series}. ${changes} Tallene før er fra dataene som ble lastet inn ${since}.`,
  why: {
    correction: 'Dette er en retting: Tallene før var feil og er erstattet.',
    scheduled:
      'Dette er en planlagt revisjon: Poster som er kommet til, endret eller tatt ut siden da, er fulgt opp. Ingen feil er rettet.',
  },
  copy: 'Kopier merknaden',
  region: (caption) => `Tabell: ${caption}`,
};

/** The words of a revision and of its note. */
export const revisionWords: Words<typeof en> = { en, nb };
