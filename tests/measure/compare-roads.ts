import type { FigureSource } from '$lib/measure/figure';
import { parseBy } from '$lib/measure/view';
import { differencesOf, rowsUnread } from './differences-of';
import { see, type Tables } from './loaded';
import type { SecondReading } from './plain-reading/list-care';
import { periodsOf } from './plain-reading/populations';

/**
 * What the app says otherwise than a second reading of the same tables, all together and by year, in
 * each split with its total. Measures in `readOnce` have no second reading.
 */
export async function compareRoads(
  source: FigureSource,
  tables: Tables,
  { id, options, splits, read }: SecondReading,
  readOnce: readonly string[] = [],
): Promise<string[]> {
  const differences: string[] = [];
  for (const kind of ['all', 'year'] as const)
    for (const split of splits) {
      const by = split ? parseBy(split) : [];
      const released = await see(source, id, { options, by, period: { kind } });
      const plain = periodsOf(kind, '2023-01', '2024-12').flatMap((months) => [
        ...read(tables, months, split),
        ...(split ? read(tables, months, '') : []),
      ]);
      for (const row of plain) differences.push(...differencesOf(row, released));
      const rows = released.rows.filter(
        ({ measure }) => !readOnce.includes(measure.replace(/_if_unknown_(no|yes)$/, '')),
      );
      differences.push(...rowsUnread(plain, { ...released, rows }));
    }
  return [...new Set(differences)];
}
