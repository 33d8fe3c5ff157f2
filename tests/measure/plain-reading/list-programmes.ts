import type { Tables } from '../loaded';
import { child10 } from './child10';
import { coreMoney } from './core-money';
import type { PlainRow } from './figure-row';
import { knownCells } from './known-cells';
import { lastMonths, periodsOf, type Months } from './populations';
import { victimsPer100000 } from './victims-per-children';

type Kind = 'all' | 'year';

/** An indicator read twice: its id, its options, its splits and the plain reading. */
export interface ProgrammeReading {
  readonly id: string;
  readonly options: Readonly<Record<string, string>>;
  readonly splits: readonly string[];
  /** The periods of a figure; one is the 24 months to the extract where money is counted. */
  readonly periods: (tables: Tables, kind: Kind) => readonly Months[];
  readonly read: (tables: Tables, months: Months, split: string) => PlainRow[];
}

const extract = ({ meta }: Tables): string => meta?.[0]?.extract_month ?? '';
const claimedFrom = ({ meta }: Tables): string => meta?.[0]?.period_start ?? '';

const claimed = (tables: Tables, kind: Kind): Months[] =>
  periodsOf(kind, claimedFrom(tables), tables.meta?.[0]?.period_end ?? '');

/** Money and checklists are known up to the month of the extract (ruling FC-01). */

const ofProgrammes = (tables: Tables, kind: Kind): Months[] =>
  kind === 'all' ? [lastMonths(24, extract(tables))] : periodsOf(kind, claimedFrom(tables), extract(tables)); // prettier-ignore

/** With the total beside every split. */
const withTotal = (rows: (split: string) => PlainRow[], split: string): PlainRow[] =>
  split ? [...rows(split), ...rows('')] : rows('');

/** What is read a second time of populations, money, checklists and the files themselves. */
export const programmeReadings: readonly ProgrammeReading[] = [
  ...(['children', 'total'] as const).flatMap((base) =>
    (['midyear', 'jan1'] as const).map((reference): ProgrammeReading => ({
      id: 'ID-02',
      options: { base, reference },
      splits: ['', 'gender', 'age_band', 'region'],
      periods: claimed,
      read: (tables, months, split) =>
        withTotal((by) => victimsPer100000(tables, months, by, { base, reference }), split),
    })),
  ),
  ...(['modality', 'earmarking'] as const).map((steady): ProgrammeReading => ({
    id: 'FC-02',
    options: { steady },
    splits: ['', 'programme', 'donor_type', 'currency'],
    periods: ofProgrammes,
    read: (tables, months, split) =>
      withTotal((by) => coreMoney(tables, months, by, steady), split),
  })),
  ...(['off', 'on'] as const).map((average): ProgrammeReading => ({
    id: 'PQ-01',
    options: { average },
    splits:
      average === 'on'
        ? ['', 'programme', 'assessor', 'checklist_item', 'programme*checklist_item']
        : [''],
    periods: ofProgrammes,
    read: (tables, months, split) => [
      ...withTotal((by) => child10(tables, months, by ? by.split('*') : [], average), split),
      ...child10(tables, months, ['programme', 'assessor'], average),
    ],
  })),
  ...(['core', 'all'] as const).map((columns): ProgrammeReading => ({
    id: 'DQ-01',
    options: { columns },
    splits: columns === 'core' ? ['organisation*table'] : ['organisation'],
    periods: claimed,
    read: (tables, months, split) =>
      withTotal((by) => knownCells(tables, months, by, columns), split),
  })),
];
