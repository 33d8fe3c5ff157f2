import { listItems } from './list-items';
import type { Text } from '$lib/schema/text';
import { codeCounts } from './code-counts';
import type { Reading } from './column-sql';
import { doubtOf } from './doubtful-code';
import type { CodeMatch } from './import-report';
import type { Scanned } from './load-records';
import { ValueReader, type Meaning } from './value-map';

const known: Text = { en: 'a known word for it', nb: 'et kjent ord for det' };

/**
 * Spellings over all good records of a file that are read as a code by a known word and not by decision:
 * those that wait to be confirmed first, then as often as they stand there. Reads the whole file.
 */
export async function codeMatches(
  file: Scanned,
  readings: readonly Reading[],
  signal?: AbortSignal,
): Promise<readonly CodeMatch[]> {
  const counted = await codeCounts(file, readings, new Map(), signal);
  const found = readings.flatMap(({ binding, decided }) => {
    const { column, field, inverse, slot, source } = binding;
    const counts = counted.get(slot)?.counts ?? [];
    const all = counts.map(({ spelling }) => spelling);
    const reader = new ValueReader(column, inverse);
    return counts.flatMap(({ spelling, rows, exact }): CodeMatch[] => {
      const meaning = exact || decided?.has(spelling) ? null : reader.meaning(spelling);
      if (!meaning || !('code' in meaning)) return [];
      const doubt = doubtOf(column, spelling, all);
      return [
        {
          source,
          target: `${column.table}.${field.name}`,
          ...{ spelling, code: meaning.code, rows },
          reason: doubt ?? known,
          waits: doubt !== null,
        },
      ];
    });
  });
  return found.sort((a, b) => Number(b.waits) - Number(a.waits) || b.rows - a.rows);
}

/** Spellings of a sample that could stand for several things and of which nobody said for what. */
export const doubtsIn = (
  { binding: { column, blanks }, decided }: Reading,
  values: ReadonlySet<string> = new Set(),
): readonly string[] => {
  if (!column.codes.length) return [];
  const all = [...values].flatMap((cell) =>
    column.type === 'list' ? listItems(cell, blanks) : [cell],
  );
  return [...new Set(all)].filter((one) => !decided?.has(one) && doubtOf(column, one, all));
};

/** Decided meanings with what the doubtful spellings of each reading were read as. */
export function withDoubts(
  meanings: Readonly<Record<string, Readonly<Record<string, Meaning>>>>,
  readings: readonly Reading[],
  doubtful: readonly (readonly string[])[],
): Readonly<Record<string, Readonly<Record<string, Meaning>>>> {
  const said = Object.assign(Object.create(null), meanings) as Record<
    string,
    Readonly<Record<string, Meaning>>
  >;
  for (const [i, { binding, map }] of readings.entries()) {
    const own = (doubtful[i] ?? []).flatMap((spelling) => {
      const meaning = map.get(spelling);
      return meaning ? [[spelling, meaning] as const] : [];
    });
    if (own.length) said[binding.source] = { ...said[binding.source], ...Object.fromEntries(own) };
  }
  return said;
}
