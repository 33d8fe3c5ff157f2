import { anotherGenderCode, codesOf, type BreakdownCode } from '$lib/schema/breakdowns';
import type { Breakdown, Indicator, Measure } from '$lib/schema/indicator';
import type { Language } from '$lib/schema/text';
import type { ChartLine, ChartSpec } from './chart-spec';
import { unknownCodes } from './find-rows';

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
  /** Another measure than the headline. */
  readonly measure?: string;
}

/** The chart of an indicator; the composition's own column and programmes are series of themselves. */
export function specOf(indicator: Indicator, choice: ChartChoice): ChartSpec {
  const { statistic, measures } = indicator;
  const reads = (...wanted: Measure['reads'][]) =>
    measures.find((measure) => wanted.includes(measure.reads));
  const measure =
    measures.find(({ id }) => id === choice.measure) ?? reads(...(headline[indicator.chart] ?? []));
  if (!measure) throw new Error(`no measure of ${indicator.id} fits its chart`);
  const series =
    statistic.kind === 'composition'
      ? statistic.of
      : statistic.kind === 'funded-days'
        ? 'programme'
        : (choice.series ?? null);
  return {
    kind: indicator.chart,
    id: choice.id,
    width: choice.width,
    language: choice.language,
    title: indicator.title[choice.language],
    measure: measure.id,
    label: (statistic.kind === 'time' ? indicator.title : measure.label)[choice.language],
    unit: measure.unit,
    unknownMeasure: statistic.kind === 'composition' ? reads('unknown')?.id : undefined,
    daysMeasure: statistic.kind === 'funded-days' ? reads('days')?.id : undefined,
    lines: statistic.kind === 'time' ? linesOf(measures, statistic.of, choice.language) : [],
    series,
    codes: choice.codes ?? (series && orderedCodes(series as Breakdown)),
    period: choice.period,
  };
}

const headline: Partial<Record<Indicator['chart'], readonly Measure['reads'][]>> = {
  'counts-over-time': ['count'],
  composition: ['share'],
  'cumulative-incidence': ['cif'],
  rates: ['rate'],
  'funded-days': ['share of days'],
};

/** The joined gender row is in no code list: it stands after the others and before the unknown. */
function orderedCodes(series: Breakdown): readonly BreakdownCode[] | null {
  const codes = codesOf(series);
  if (!codes || series !== 'gender') return codes;
  const known = codes.filter(({ code }) => !unknownCodes.has(code));
  return [...known, anotherGenderCode, ...codes.filter(({ code }) => unknownCodes.has(code))];
}

function linesOf(
  measures: readonly Measure[],
  of: readonly string[],
  language: Language,
): ChartLine[] {
  return of.flatMap((line, index) => {
    const own = measures.filter(
      (measure) => measure.reads === 'cif' && (measure.of ?? of[0]) === line,
    );
    const first = own[0];
    if (!first) return [];
    return [
      {
        label: of.length > 1 ? shortLabel(first.label[language], index) : '',
        readings: own
          .map(({ id, atHours = 0 }) => ({ measure: id, atHours }))
          .sort((a, b) => a.atHours - b.atHours),
      },
    ];
  });
}

/** Labels of curves name their sub-question in brackets: “… (layer B), within 30 days”. */
function shortLabel(label: string, index: number): string {
  const short = /\(([^()]+)\)/.exec(label)?.[1] ?? String(index + 1);
  return short.charAt(0).toUpperCase() + short.slice(1);
}
