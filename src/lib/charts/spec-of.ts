import {
  anotherGenderCode,
  breakdownLabel,
  codesOf,
  type BreakdownCode,
} from '$lib/schema/breakdowns';
import type { Breakdown, Indicator, Measure, Statistic } from '$lib/schema/indicator';
import type { Language } from '$lib/schema/text';
import type { ChartLine, ChartSpec } from './chart-spec';
import { unknownCodes } from './find-rows';
import { questionsIn } from './questions-in';

/** What the page decides about a chart. */
export interface ChartChoice {
  readonly id: string;
  /** Pixels, 300–900. */
  readonly width: number;
  readonly language: Language;
  /** A breakdown that stands alone in `View.by`; left out or null for the total. */
  readonly series?: Breakdown | null;
  readonly period?: string;
  /** Labels of an open set (programmes, regions), in the order to draw them. */
  readonly codes?: readonly BreakdownCode[];
  /** Whether the figure is split by age band and gender and drawn as a pyramid. */
  readonly pyramid?: boolean;
  /** Another measure than the headline. */
  readonly measure?: string;
}

/** Reads that a kind of chart draws, the one it prefers first. */
const headlines: Record<Indicator['chart'], readonly Measure['reads'][]> = {
  'counts-over-time': ['count'],
  composition: ['share', 'count'],
  'cumulative-incidence': ['cif', 'over'],
  rates: ['rate', 'first rate', 'median', 'p75', 'restricted mean'],
  'funded-days': ['share of days'],
  shares: ['share', 'share of time', 'share of money', 'share of months', 'ever', 'cif'],
  'mean-count': ['mean count'],
  profile: ['score'],
  completeness: ['share'],
  'care-calendar': ['share of child-months'],
};

/**
 * The chart of the headline question of an indicator; the composition's own column and programmes
 * are series of themselves, and currencies, because money of several is never one number.
 */
export function specOf(indicator: Indicator, choice: ChartChoice): ChartSpec {
  const { statistic, measures } = questionsIn(indicator)[0] ?? indicator;
  const { language } = choice;
  const wanted = headlines[indicator.chart];
  const reads = (...some: readonly Measure['reads'][]) =>
    some.flatMap((one) => measures.filter((measure) => measure.reads === one))[0];
  const measure =
    measures.find(({ id }) => id === choice.measure) ?? reads(...wanted) ?? measures[0];
  if (!measure) throw new Error(`no measure of ${indicator.id} fits its chart`);
  const lined = indicator.chart === 'cumulative-incidence' || indicator.chart === 'mean-count';
  const series = ownSeries(statistic, measure) ?? choice.series ?? null;
  return {
    kind: statistic.kind === 'succession' ? 'pairs' : choice.pyramid ? 'pyramid' : indicator.chart,
    id: choice.id,
    width: choice.width,
    language,
    title: (statistic.kind === 'succession' ? measure.label : indicator.title)[language],
    measure: measure.id,
    label: (lined ? indicator.title : measure.label)[language],
    unit: measure.unit,
    unknownMeasure: statistic.kind === 'composition' ? reads('unknown')?.id : undefined,
    daysMeasure: statistic.kind === 'funded-days' ? reads('days')?.id : undefined,
    multiple: statistic.kind === 'composition' && statistic.multiple === true,
    rows: measures
      .filter(({ reads, unit }) => reads === measure.reads && unit === measure.unit)
      .map((one) => ({ measure: one.id, label: one.label[language] })),
    lines: lined ? linesOf(measures, measure.reads, statistic, language) : [],
    series,
    codes: choice.codes ?? (series === null ? null : orderedCodes(series as Breakdown)),
    within: choice.pyramid ? withinOf(statistic) : undefined,
    period: choice.period,
    ...(statistic.kind === 'succession' ? pairOf(statistic.of, language) : {}),
  };
}

function pairOf(pair: NonNullable<ChartSpec['pair']>, language: Language) {
  const [first, later] = pair;
  const names = [breakdownLabel(first)[language], breakdownLabel(later)[language]] as const;
  return { pair, pairNames: names };
}

function ownSeries(statistic: Statistic, { reads }: Measure): string | null {
  if (statistic.kind === 'composition') return statistic.of;
  if (statistic.kind === 'funded-days' || statistic.kind === 'care-calendar') return 'programme';
  return statistic.kind === 'money-shares' && reads === 'share of money' ? 'currency' : null;
}

/** A composition of genders adds up in each age band, one of age bands in each gender. */
function withinOf(statistic: Statistic): ChartSpec['within'] {
  if (statistic.kind !== 'composition') return undefined;
  return statistic.of === 'gender' ? 'age_band' : 'gender';
}

/** The joined gender row is in no code list: it stands after the others and before the unknown. */
function orderedCodes(series: Breakdown): readonly BreakdownCode[] | null {
  const codes = codesOf(series);
  if (!codes || series !== 'gender') return codes;
  const known = codes.filter(({ code }) => !unknownCodes.has(code));
  return [...known, anotherGenderCode, ...codes.filter(({ code }) => unknownCodes.has(code))];
}

/** A curve for each sub-question that has readings at fixed times. */
function linesOf(
  measures: readonly Measure[],
  reads: Measure['reads'],
  statistic: Statistic,
  language: Language,
): ChartLine[] {
  const first = statistic.kind === 'time' ? statistic.of[0] : undefined;
  const read = measures
    .filter((measure) => measure.reads === reads)
    .map((measure) => ({ ...measure, of: measure.of ?? first }));
  const questions = [...new Set(read.map(({ of }) => of))];
  return questions.map((question, index) => {
    const own = read.filter(({ of }) => of === question);
    return {
      label: questions.length > 1 ? shortLabel(own[0]?.label[language] ?? '', index) : '',
      readings: own
        .map(({ id, atHours = 0 }) => ({ measure: id, atHours }))
        .sort((a, b) => a.atHours - b.atHours),
    };
  });
}

/**
 * Labels of curves: what stands in brackets if anything does, “… (layer B), within 30 days”; else the
 * words before the time, “Has a guardian within 30 days”.
 */
function shortLabel(label: string, index: number): string {
  const short =
    /\(([^()]+)\)/.exec(label)?.[1] ??
    /^(.+?),? (?:within|innen|longer than|lengre enn) \d.*$/.exec(label)?.[1] ??
    String(index + 1);
  return short.charAt(0).toUpperCase() + short.slice(1);
}
