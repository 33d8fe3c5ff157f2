import type { Among, CountTable } from '$lib/disclosure/draft';
import { isRowBreakdown } from '$lib/schema/breakdowns';
import type { Breakdown, Indicator } from '$lib/schema/indicator';
import { everyone, total } from './part';
import type { Request } from './request';
import { rowColumns } from './row-columns';

/** One text for a population, apart where persons of any age belong to it. */
export const population = ({
  population,
  anyAge,
}: Pick<Indicator, 'population' | 'anyAge'>): string =>
  anyAge ? `${population}, any age` : population;

/** Kinds that count children in the month in which they were first detected, though the question is a flow. */
const byFirstMonth = new Set<Indicator['statistic']['kind']>(['count', 'rate']);

/** Tables of a question that count children of its population, each with how they do. */
export async function withAmong(
  request: Request,
  tables: readonly CountTable[],
): Promise<CountTable[]> {
  const { indicator } = request;
  const { statistic } = indicator;
  const counts = byFirstMonth.has(statistic.kind);
  const ofChildren =
    (counts || indicator.period === 'cohort') && !(await rowColumns(request)).has('unit');
  if (!ofChildren) return [...tables];
  return tables.map((table) => {
    const names = table.dims.map(({ name }) => name);
    const part = names.length - 1;
    const plain =
      names[0] === 'period' &&
      names.slice(1, part).every((name) => !isRowBreakdown(name as Breakdown));
    if (!plain) return table;
    const label = [everyone, total].find((one) => table.cells.some(({ key }) => key[part] === one));
    if (!counts && label === undefined) return table;
    const among: Among = {
      population: population(indicator),
      part,
      ...(!counts && { everyone: label }),
      asked: counts ? [] : table.cells.filter(({ key }) => key[part] === label),
      ...(statistic.kind === 'composition' && !statistic.multiple && { of: statistic.of }),
    };
    return { ...table, among };
  });
}
