import type { SecondReading } from './list-care';
import { exploitedAgain } from './exploited-again';
import { statements } from './statements';

/** What is read a second time of recovery and of telling it. */
export const recoveryReadings: readonly SecondReading[] = [
  ...(['counted', 'all'] as const).map((events) => ({
    id: 'VW-01',
    options: { events },
    splits: ['', 'age_band'],
    read: ((t, m, b) => statements(t, m, b, events)) satisfies SecondReading['read'],
  })),
  ...(['P-REG', 'P-EXIT'] as const).map((population) => ({
    id: 'RR-01',
    options: { population },
    splits: ['', 'gender'],
    read: ((t, m, b) => exploitedAgain(t, m, b, population)) satisfies SecondReading['read'],
  })),
];
