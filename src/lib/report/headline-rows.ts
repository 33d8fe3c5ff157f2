import type { Released, ReleasedRow } from '$lib/disclosure/released';
import type { Indicator, Measure } from '$lib/schema/indicator';
import { pickRows, type Picked } from './pick-rows';
import { canBeSaid } from './sentence-piece';
import { shownQuestion } from './shown-question';
import { toldPeriods } from './told-periods';

const headlines: Record<Indicator['statistic']['kind'], readonly Measure['reads'][]> = {
  count: ['count'],
  rate: ['rate', 'count'],
  composition: ['share'],
  succession: ['count'],
  shares: ['share', 'count'],
  'flow-shares': ['share', 'count'],
  time: ['median', 'cif', 'over'],
  'mean-count': ['mean count'],
  'share-of-time': ['share of time', 'share of days', 'share'],
  distribution: ['median', 'restricted mean', 'p75'],
  incidence: ['rate'],
  'funded-days': ['days'],
  'care-calendar': ['share of child-months'],
  'money-shares': ['share of money', 'share of months', 'share'],
  profile: ['items', 'share', 'score'],
  completeness: ['share'],
};

/** A row with the measure it is of. */
export interface MeasuredRow {
  readonly measure: Measure;
  readonly row: ReleasedRow;
}

/** What a headline may speak of. */
export interface HeadlineRows {
  /** The question that has figures, with its measures. */
  readonly indicator: Indicator;
  readonly picked: Picked;
  readonly period: string;
  /** Rows of the period that can stand in a headline, with or without a number. */
  readonly rows: readonly MeasuredRow[];
  /** Those of them that words can tell: with a number, or with the limits of a withheld share. */
  readonly told: readonly MeasuredRow[];
  /** The one with a number that the headline names. */
  readonly best: MeasuredRow | undefined;
}

/** The rows of the latest whole period that the headline of a figure is made of; null without a period. */
export function headlineRows(released: Released, definition: Indicator): HeadlineRows | null {
  const indicator = shownQuestion(released, definition);
  const picked = pickRows(released, indicator);
  const period = toldPeriods(released, picked)?.period;
  if (released.unavailable || period === undefined) return null;
  const { kind } = indicator.statistic;
  const wanted = headlines[kind];
  const total = picked.groups.filter((group) => Object.keys(group).length === 0);
  const groups = total.length > 0 ? total : picked.groups;
  const question = indicator.measures.find(({ reads }) => wanted.includes(reads))?.of;
  const rows = wanted.flatMap((reads) =>
    indicator.measures
      .filter((measure) => measure.reads === reads && measure.of === question)
      .flatMap((measure) =>
        groups.flatMap((group) => {
          const row = picked.at(measure.id, period, group);
          return row ? [{ measure, row }] : [];
        }),
      ),
  );
  const shown = rows.filter(({ row }) => row.value.is === 'value');
  const first = shown[0]?.measure.reads;
  // A median speaks for itself; of readings at several times the sentence tells the last as well.
  const last = kind === 'mean-count' || (kind === 'time' && first !== 'median');
  const best = last ? shown.findLast(({ measure }) => measure.reads === first) : shown[0];
  const told = rows.filter(({ row }) => canBeSaid(row));
  return { indicator, picked, period, rows, told, best };
}
