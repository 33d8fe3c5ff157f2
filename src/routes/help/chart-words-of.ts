import { specOf } from '$lib/charts/spec-of';
import type { Indicator } from '$lib/schema/indicator';
import type { ChartWordsId } from './chart-words';

/** Which words tell how to read the chart of a figure; of a pyramid where it is drawn as one. */
export function chartWordsOf(indicator: Indicator, pyramid = false): ChartWordsId {
  if (pyramid) return 'pyramid';
  if (indicator.statistic.kind === 'succession') return 'pairs';
  const { chart, measures } = indicator;
  if (chart === 'profile' || chart === 'completeness') return 'rows';
  if (chart !== 'cumulative-incidence') return chart;
  const { measure } = specOf(indicator, { id: 'read', width: 300, language: 'en' });
  return measures.find(({ id }) => id === measure)?.reads === 'over' ? 'longer-than' : chart;
}
