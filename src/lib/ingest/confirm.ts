import type { Issue } from '$lib/schema/issue';
import type { Decisions } from './decisions';
import type { ColumnMapping, Tier } from './import-report';
import { nbNumber } from './nb-number';

/**
 * What is applied without a word of the user: exact names alone, known synonyms too, or every
 * proposal. What the user or a saved mapping decided, and what an adapter reads, needs no word.
 */
export type ConfirmLevel = 'exact' | 'synonym' | 'all';

const proposed: Readonly<Record<ConfirmLevel, readonly Tier[]>> = {
  exact: ['synonym', 'fuzzy', 'content'],
  synonym: ['fuzzy', 'content'],
  all: [],
};

/**
 * Marks the columns that wait to be confirmed and says so in an issue that keeps the file out; null
 * where none waits. A confirmation holds for the column and what it was then read as.
 */
export function waitingColumns(
  mapping: readonly ColumnMapping[],
  level: ConfirmLevel,
  confirmed: NonNullable<Decisions['confirmed']>,
): { readonly mapping: readonly ColumnMapping[]; readonly issue: Issue | null } {
  const waits = ({ source, target, tier }: ColumnMapping) =>
    target !== null &&
    proposed[level].includes(tier) &&
    !confirmed.some((one) => one.column === source && one.target === target);
  const count = mapping.filter(waits).length;
  if (!count) return { mapping, issue: null };
  return {
    mapping: mapping.map((one) => (waits(one) ? { ...one, waits: true } : one)),
    issue: {
      level: 'error',
      code: 'mapping-unconfirmed',
      count,
      message: {
        en: `${count} ${count === 1 ? 'column was' : 'columns were'} matched by more than the exact name. Nothing of this file is used until you have confirmed ${count === 1 ? 'it' : 'them'}.`,
        nb: `${nbNumber(count)} ${count === 1 ? 'kolonne er' : 'kolonner er'} koblet på noe annet enn det nøyaktige navnet. Ingenting fra denne filen brukes før du har bekreftet ${count === 1 ? 'den' : 'dem'}.`,
      },
    },
  };
}

/** Words of codes that could stand for several things keep the file out until somebody says for what. */
export const waitingCodes = (count: number): Issue => ({
  level: 'error',
  code: 'codes-unconfirmed',
  count,
  message: {
    en: `${count} ${count === 1 ? 'word' : 'words'} in columns of codes could stand for several things. Nothing of this file is used until you have confirmed ${count === 1 ? 'it' : 'them'}.`,
    nb: `${nbNumber(count)} ord i kolonner med koder kan stå for flere ting. Ingenting fra denne filen brukes før du har bekreftet ${count === 1 ? 'det' : 'dem'}.`,
  },
});
