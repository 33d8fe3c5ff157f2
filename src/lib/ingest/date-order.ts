import type { Issue } from '$lib/schema/issue';
import type { Binding } from './map-columns';
import type { Scan } from './record-tally';
import { shapeOf, type DayMonth, type ValueShape } from './value-formats';
import { goodRecords } from './well-formed';

/** Order of day and month for each date column, and questions where the data leave it open. */
export interface DateOrders {
  readonly orders: Readonly<Record<string, DayMonth>>;
  readonly issues: readonly Issue[];
}

/**
 * Proves the order of day and month from the values: of the column in the sample, of the column in
 * the whole file, of another date column of the same file. What stays open is asked, never guessed.
 * @param decided orders that hold whatever the values say
 * @param saved orders of a recipe: they hold where the values leave it open
 */
export async function dateOrders(
  file: { blob: Blob; scan: Scan; delimiter: string; quote: string },
  bindings: readonly Binding[],
  shapes: readonly ValueShape[],
  decided: Readonly<Record<string, DayMonth>>,
  saved: Readonly<Record<string, DayMonth>>,
  signal?: AbortSignal,
): Promise<DateOrders> {
  const issues: Issue[] = [];
  const orders: Record<string, DayMonth> = Object.assign(
    Object.create(null) as Record<string, DayMonth>,
    decided,
  );
  const open: Binding[] = [];
  for (const binding of bindings) {
    const { source, slot } = binding;
    const shape = shapes[slot];
    if (!isDate(binding) || !shape || orders[source]) continue;
    if (shape.dmy && shape.mdy) issues.push(mixed(source, Math.min(shape.dmy, shape.mdy)));
    else if (shape.dmy || shape.mdy) orders[source] = shape.dmy ? 'dmy' : 'mdy';
    else if (shape.open) open.push(binding);
  }
  if (!open.length) return { orders, issues };
  const left = new Set(open);
  reading: for await (const rows of goodRecords(file.blob, file.scan, file, signal))
    for (const binding of left) {
      const { dmy, mdy } = shapeOf(rows.map((row) => row[binding.slot] ?? ''));
      if (!dmy && !mdy) continue;
      orders[binding.source] = dmy ? 'dmy' : 'mdy';
      if (dmy && mdy) issues.push(mixed(binding.source, Math.min(dmy, mdy)));
      left.delete(binding);
      if (!left.size) break reading;
    }
  const proved = new Set(Object.values(orders));
  for (const { source, slot } of left) {
    const [same] = proved;
    const before = Object.hasOwn(saved, source) ? saved[source] : undefined;
    if (before && !(proved.size === 1 && same !== before)) orders[source] = before;
    else if (!before && proved.size === 1 && same) {
      orders[source] = same;
      issues.push({
        level: 'note',
        code: 'date-order-from-other-column',
        column: source,
        count: 1,
        message: {
          en: `No date here proves whether the day or the month comes first; another column of the file proves ${same === 'dmy' ? 'day first' : 'month first'}.`,
          nb: `Ingen dato her viser om dagen eller måneden står først; en annen kolonne i filen viser at ${same === 'dmy' ? 'dagen' : 'måneden'} står først.`,
        },
      });
    } else
      issues.push({
        level: 'error',
        code: 'date-order-ambiguous',
        column: source,
        count: shapes[slot]?.open ?? 1,
        message: {
          en: 'No date of this column proves whether the day or the month comes first. Say which.',
          nb: 'Ingen dato i denne kolonnen viser om dagen eller måneden står først. Si hvilken.',
        },
      });
  }
  return { orders, issues };
}

const mixed = (column: string, count: number): Issue => ({
  level: 'error',
  code: 'date-order-mixed',
  column,
  count,
  message: {
    en: 'Some dates of this column have the day first and some the month first. Repair it at the source.',
    nb: 'Noen datoer i denne kolonnen har dagen først og noen måneden først. Rett det ved kilden.',
  },
});

/** True for a binding whose cells are calendar dates. */
export const isDate = ({ column, part }: Pick<Binding, 'column' | 'part'>): boolean =>
  part === 'at' || column.type === 'date' || column.type === 'yearmonth';
