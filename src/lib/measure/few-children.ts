import type { DraftRow } from '$lib/disclosure/draft';
import type { Row } from '$lib/engine/engine';
import type { Breakdown } from '$lib/schema/indicator';
import { byOf, type Request } from './request';
import { unitChildrenSql } from './time-sql';

/** A row of a figure whose sub-question is `of`, marked where it stands on too few children. */
type Keep = (of: string, row: DraftRow) => DraftRow;

/**
 * Where a child may have several rows: withholds rows of Release view that stand on fewer children than
 * the threshold although they count more rows. A reading stands on the children with the event by then,
 * on those without, and on those since the reading before; everything else on those with the event ever
 * and without; bands and numbers of unknown also on the children who cannot be timed.
 */
export async function fewChildren(
  request: Request,
  columns: readonly Breakdown[],
  horizons: readonly number[],
): Promise<Keep> {
  const { engine, indicator, signal, slices, view } = request;
  const units =
    indicator.statistic.kind === 'time' && indicator.statistic.columns?.includes('unit');
  if (!units || view.mode !== 'release') return (_, row) => row;
  const key = (of: string, period: string, by: DraftRow['by']) =>
    JSON.stringify([of, period, ...columns.map((column) => by[column])]);
  const result = await engine.query(unitChildrenSql(request, columns, horizons), { signal });
  const found = new Map<string, Row>(
    result.map((row) => [
      key(String(row.of), slices[Number(row.slice)]?.id ?? '', byOf(columns, row)),
      row,
    ]),
  );
  return (of, row) => {
    const group = found.get(key(of, row.period, row.by));
    const small = (label: string) => {
      const children = Number(group?.[label] ?? 0);
      return children > 0 && children < view.threshold;
    };
    const own = row.measure.replace(/_if_unknown_(no|yes)$/, '');
    const measure = indicator.measures.find(({ id }) => id === own);
    const at = measure?.atHours === undefined ? -1 : horizons.indexOf(measure.atHours);
    const reading = measure?.reads === 'cif' || measure?.reads === 'over';
    const labels = [
      'timed',
      ...(reading ? [`reached${at}`, `rest${at}`, `step${at}`] : ['reached', 'rest']),
      ...(own !== row.measure || measure?.reads === 'unknown' ? ['untimed'] : []),
    ];
    return labels.some(small) ? { ...row, withhold: true } : row;
  };
}
