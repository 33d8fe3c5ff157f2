import type { SecondReading } from './list-care';
import { aftercare } from './aftercare';
import { exploitedAgain } from './exploited-again';
import { statements } from './statements';

/** What is read a second time of recovery and of telling it; a split has its total with it. */
export const recoveryReadings: readonly SecondReading[] = [
  ...(['counted', 'all'] as const).map((events) => ({
    id: 'VW-01',
    options: { events },
    splits: ['age_band'],
    read: ((t, m, b) => statements(t, m, b, events)) satisfies SecondReading['read'],
  })),
  ...(['P-REG', 'P-EXIT'] as const).map((population) => ({
    id: 'RR-01',
    options: { population },
    splits: ['gender'],
    read: ((t, m, b) => exploitedAgain(t, m, b, population)) satisfies SecondReading['read'],
  })),
  ...(['any', 'service'] as const).map((contact) => ({
    id: 'RR-04',
    options: { contact },
    splits: ['gender'],
    read: ((t, m, b) => aftercare(t, m, b, contact)) satisfies SecondReading['read'],
  })),
];

/** Measures that only the app reads: how services ended, and why they stopped. */
export const readOnce: readonly string[] = [
  'support_end_share',
  'support_end_unknown_share',
  'stop_reason_share',
  'stop_reason_unknown_share',
];
