import type { Tables } from '../loaded';
import type { PlainRow } from './figure-row';
import { lengthOfDetention } from './held-spells';
import { missingChildren } from './missing-children';
import { missingFromCare } from './missing-from-care';
import { needsMet } from './needs';
import type { Months } from './populations';

type Read = (tables: Tables, months: Months, split: string) => PlainRow[];

/** An indicator read twice: its id, its options, its splits and the plain reading. */
export interface SecondReading {
  readonly id: string;
  readonly options: Readonly<Record<string, string>>;
  readonly splits: readonly string[];
  readonly read: Read;
}

const reading = (
  id: string,
  options: SecondReading['options'],
  splits: readonly string[],
  read: Read,
): SecondReading => ({ id, options, splits: ['', ...splits], read });

/** What is read a second time of care, support, money and the files themselves. */
export const careReadings: readonly SecondReading[] = [
  ...(['care', 'detection'] as const).map((clock) =>
    reading('MC-03', { clock }, ['gender', 'placement_type'], (t, m, b) =>
      missingFromCare(t, m, b, clock),
    ),
  ),
  reading('MC-01', {}, ['gender'], (t, m, b) => missingChildren(t, m, b, ['missing'])),
  reading('MC-01', { type: 'missing_and_away' }, ['gender'], (t, m, b) =>
    missingChildren(t, m, b, ['missing', 'away']),
  ),
  ...(['hours', 'days'] as const).flatMap((unit) =>
    (['as_recorded', 'merged'] as const).map((linked) =>
      reading('ND-03', { unit, linked }, ['gender', 'setting'], (t, m, b) =>
        lengthOfDetention(t, m, b, unit, linked === 'merged'),
      ),
    ),
  ),
  ...(['begun', 'completed'] as const).map((delivery) =>
    reading('SW-01', { delivery }, ['gender', 'service_type'], (t, m, b) =>
      needsMet(t, m, b, delivery),
    ),
  ),
];
