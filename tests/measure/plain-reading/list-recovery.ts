import type { SecondReading } from './list-care';
import { statements } from './statements';

/** What is read a second time of recovery and of telling it. */
export const recoveryReadings: readonly SecondReading[] = [
  ...(['counted', 'all'] as const).map((events) => ({
    id: 'VW-01',
    options: { events },
    splits: ['', 'age_band'],
    read: ((t, m, b) => statements(t, m, b, events)) satisfies SecondReading['read'],
  })),
];
