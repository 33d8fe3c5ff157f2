import type { WaitingFile } from '$lib/schema/dataset';
import type { Issue } from '$lib/schema/issue';
import type { Inspected } from './inspected';

/** Tables that say how all others are to be read: nothing is loaded while one of them waits. */
const everywhere = new Set(['meta', 'coverage']);

/**
 * Files that are not loaded because they or others wait for a decision, by position; null where nothing
 * can be loaded before all is decided. A table is loaded whole or not at all: a file waits with those that
 * feed the same one. So does everything beside a file of which nobody knows what it will feed, and beside
 * exports with rules of their own, which feed several tables.
 */
export function heldBack(inspected: readonly Inspected[]): ReadonlyMap<number, WaitingFile> | null {
  const stops = inspected.filter(({ proposal }) => proposal.stops);
  if (!stops.length) return new Map();
  const tables = new Set(stops.map(({ proposal }) => proposal.table));
  const unsure = stops.some(({ proposal: { table }, ready }) => !ready || !table);
  const adapted = inspected.some(({ ready }) => ready?.plan);
  if (unsure || adapted || [...tables].some((table) => everywhere.has(table ?? ''))) return null;
  const held = new Map<number, WaitingFile>();
  for (const [index, { proposal, ready }] of inspected.entries()) {
    const { file, table, records, rejected, stops: asks } = proposal;
    if (!ready?.table || !table || !tables.has(table)) continue;
    held.set(index, { file, table, records: records - rejected, asks });
  }
  return inspected.some(({ ready }, index) => ready?.table && !held.has(index)) ? held : null;
}

/** Why a file that is ready is not loaded. */
export const heldIssue = ({ table, records }: WaitingFile): Issue => ({
  level: 'warning',
  code: 'waits-for-another-file',
  count: records,
  message: {
    en: `Another file that feeds ${table} waits for a decision. This one waits with it, so that no figure counts a part of a table as the whole.`,
    nb: `En annen fil som gir data til ${table}, venter på at det tas stilling til den. Denne venter med den, slik at ingen tall teller en del av en tabell som hele.`,
  },
});
