import { catalogue, indicatorOf } from '$lib/indicators/catalogue';
import type { Tables } from '../measure/loaded';
import type { PlainRow } from '../measure/plain-reading/figure-row';
import { daysWithoutMoney } from '../measure/plain-reading/funding';
import { readings, readOnce } from '../measure/plain-reading/list';
import { careReadings, type SecondReading } from '../measure/plain-reading/list-care';
import { programmeReadings } from '../measure/plain-reading/list-programmes';
import { recoveryReadings } from '../measure/plain-reading/list-recovery';
import { periodsOf, type Months } from '../measure/plain-reading/populations';

interface CoreReading extends Pick<SecondReading, 'id' | 'options' | 'read'> {
  /** The periods of the figure, where they are not those that the files claim to cover. */
  readonly periods?: (tables: Tables, kind: 'all' | 'year') => readonly Months[];
}

/** Money: years to the month of the extract, and as a whole the 24 months that end with it. */
const moneyMonths = (_: Tables, kind: 'all' | 'year') =>
  kind === 'all'
    ? [{ id: '2023-04..2025-03', first: '2023-04', last: '2025-03' }]
    : periodsOf('year', '2023-01', '2025-03');

/** Every list of plain readings; a new list is one more line. */
const lists: readonly CoreReading[] = [
  ...readings.map(([id, options, read]) => ({ id, options, read })),
  ...careReadings,
  ...programmeReadings,
  ...recoveryReadings,
  {
    id: 'FC-01',
    options: {},
    periods: moneyMonths,
    read: (tables, months) => daysWithoutMoney(tables, months, false, 'contract'),
  },
];

const isDefault = (id: string, options: CoreReading['options']) =>
  Object.entries(options).every(
    ([name, value]) =>
      indicatorOf(id)?.options.find((option) => option.id === name)?.choices[0]?.id === value,
  );

/** Core indicators with their plain reading, as they are unless asked otherwise. */
export const coreReadings: readonly CoreReading[] = lists.filter(
  ({ id, options }) => indicatorOf(id)?.core && isDefault(id, options),
);

/** Ids of the core set. */
export const coreIds = catalogue.filter(({ core }) => core).map(({ id }) => id);

/** How the command splits an indicator that is asked by gender: not all are split by it. */
export const splitOf = (id: string): '' | 'gender' =>
  indicatorOf(id)?.breakdowns.includes('gender') ? 'gender' : '';

/** Measures of RR-04 that only the app reads: how services ended, and why they stopped. */
const endings = /^(support_end|stop_reason)_(unknown_)?share(_if_unknown_(no|yes))?$/;

/** Whether only the app reads a measure of an indicator that is read twice. */
export const isReadOnce = (id: string, measure: string): boolean =>
  readOnce[id]?.includes(measure) === true || (id === 'RR-04' && endings.test(measure));

/** What the plain reading says of `all` or of each year, by gender where the indicator is split by it. */
export function plainRows(
  { id, read, periods }: CoreReading,
  tables: Tables,
  kind: 'all' | 'year',
): PlainRow[] {
  const all = periods?.(tables, kind) ?? periodsOf(kind, '2023-01', '2024-12');
  return all.flatMap((months) =>
    [...new Set(['', splitOf(id)])].flatMap((split) => read(tables, months, split)),
  );
}
