import type { DraftRow } from '$lib/disclosure/draft';
import type { Measure } from '$lib/schema/indicator';
import { logrankFromRiskTables } from '$lib/statistics/logrank-test';
import { comparisonCode, distinct, staysInside } from './compare';
import { unknowns } from './composition-rows';
import { groupsOf, type Request } from './request';
import { riskTableOf } from './risk-table-of';
import { nobody, timeRows } from './time-rows';
import type { Reference } from './view';

/**
 * Log-rank test of every other group of the breakdown against the reference group, over the whole
 * wait, every other end censored: rows `<first compared measure>_logrank_p`, unit `p-value`, not
 * adjusted. Only where both groups have a figure on their curve. In Release view the p-value has two
 * decimals and needs as many events shown of each group as the threshold, because it rests on exact times.
 */
export async function compareCurves(
  request: Request,
  rows: readonly DraftRow[],
  { column, code }: Reference,
): Promise<DraftRow[]> {
  const { indicator, view } = request;
  const { statistic } = indicator;
  if (statistic.kind !== 'time' || !indicator.breakdowns.includes(column)) return [];
  const release = view.mode === 'release';
  const met = (await timeRows(request, [column])).groups;
  const groups = groupsOf(
    [column],
    met.map(({ by }) => by),
  ).map((by) => by[column] ?? '');
  return statistic.of.flatMap((of) => {
    const measures = indicator.measures.filter(
      (measure) => onCurve(measure) && (measure.of ?? statistic.of[0]) === of,
    );
    const [first] = measures;
    if (!first) return [];
    const ids = new Set(measures.map(({ id }) => id));
    const shown = rows.filter(
      (row) =>
        ids.has(row.measure) &&
        row.value !== null &&
        Object.keys(row.by).join() === column &&
        !(release && staysInside(row, view.threshold)),
    );
    return request.slices.flatMap(({ id: period }) => {
      const figures = (group: string) =>
        shown.filter((row) => row.period === period && row.by[column] === group);
      const timed = (group: string) =>
        riskTableOf(
          met.find((one) => one.of === of && one.period === period && one.by[column] === group) ??
            nobody,
        );
      const others = groups.filter((group) => group !== code && !unknowns.includes(group));
      return others.flatMap((group): DraftRow[] => {
        const both = [...figures(group), ...figures(code)];
        if (!figures(group).length || !figures(code).length) return [];
        // What is asked for is read off numbers that are shown: a test left out says nothing new.
        const enough = [group, code].every((one) =>
          figures(one).some(({ numerator }) => (numerator ?? 0) >= view.threshold),
        );
        if (release && !enough) return [];
        const curves = [timed(group), timed(code)];
        const { p, status } = logrankFromRiskTables(
          curves.map(({ table: { t, nRisk, byCause } }) =>
            Array.from(t, (at, row) => ({ t: at, nRisk: nRisk[row]!, d: byCause[0]![row]! })),
          ),
          [group, code],
        );
        return [
          {
            measure: `${first.id}_logrank_p`,
            period,
            by: { [column]: group },
            unit: 'p-value',
            statistic: comparisonCode,
            value: p === null || !release ? p : Math.round(p * 100) / 100,
            status: status === 'ok' ? 'ok' : 'undefined',
            counts: distinct(both.flatMap(({ counts }) => counts)),
          },
        ];
      });
    });
  });
}

const onCurve = ({ reads }: Measure): boolean =>
  reads === 'cif' || reads === 'over' || reads === 'restricted mean';
