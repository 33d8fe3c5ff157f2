import type { DraftRow } from '$lib/disclosure/draft';
import type { CellRef } from '$lib/disclosure/table';
import type { CalendarProgramme, CalendarSpan } from './calendar-programme';
import { careLabels, type CareCounts } from './care-months';
import { dayOf, type Run } from './grant-days';
import { addMonths } from './period';
import type { Request } from './request';

/**
 * Children in care by month, and over the months of the window: each sum stands on every month that it
 * adds, so that it is shown only where all of them are. `inScope` are the programmes that the counts know,
 * in their order; of the others nobody was asked.
 */
export function careShares(
  { indicator, slices }: Request,
  span: CalendarSpan,
  inScope: readonly CalendarProgramme[],
  programmes: readonly CalendarProgramme[],
  counts: CareCounts,
  byProgramme: boolean,
): DraftRow[] {
  const group = (one: CalendarProgramme | null): DraftRow[] => {
    const by: DraftRow['by'] = one ? { programme: one.programme } : {};
    const asked = one === null || one.days !== null;
    const labels = careLabels(one ? inScope.indexOf(one) : null);
    const { at } = counts;
    const refs = (periods: readonly string[], ...wanted: string[]): CellRef[] =>
      periods.flatMap((period) => wanted.flatMap((label) => counts.ref(period, label)));
    const ids = slices.map(({ id }) => id);
    const row = (reads: string, more: Partial<DraftRow> & Pick<DraftRow, 'value' | 'period'>) => {
      const measure = indicator.measures.find((each) => each.reads === reads);
      if (!measure) return [];
      const head = { measure: measure.id, unit: measure.unit, by, statistic: 'S-N' };
      const row: DraftRow = asked
        ? { status: 'ok', counts: [], ...head, ...more }
        : { ...head, period: more.period, value: null, status: 'not_collected', counts: [] };
      return [row];
    };
    const touching = (runs: readonly Run[] = []) =>
      ids.filter((_, i) => {
        const { first, last } = slices[i]!;
        const [from, to] = [dayOf(`${first}-01`), dayOf(`${addMonths(last, 1)}-01`) - 1];
        return runs.some((run) => run.first <= to && run.last >= from);
      });
    const unfunded = touching(one?.days?.gaps);
    const outside = touching(one?.days?.outside);
    const funded = ids.filter((id) => !unfunded.includes(id) && !outside.includes(id));
    const children = (periods: readonly string[], label: string) =>
      periods.reduce((sum, period) => sum + at(period, label), 0);
    const perMonth = (reads: string, periods: readonly string[]) =>
      row(reads, {
        period: span.id,
        value: periods.length ? children(periods, labels.inCare) / periods.length : null,
        status: periods.length ? 'ok' : 'undefined',
        counts: refs(periods, labels.inCare),
        show: 'value only',
      });
    const [all, without, unknown] = [labels.inCare, labels.unfunded, labels.outside].map((label) =>
      children(ids, label),
    ) as [number, number, number];
    const share = (numerator: number, denominator: number) =>
      row('share of child-months', {
        ...{ period: span.id, numerator, denominator, statistic: 'S-P' },
        value: denominator ? numerator / denominator : null,
        status: denominator ? 'ok' : 'undefined',
        counts: refs(ids, labels.inCare, labels.unfunded, labels.outside),
      });
    const band = (end: 'no' | 'yes', numerator: number) =>
      share(numerator, all).map((one) => ({
        ...one,
        measure: `${one.measure}_if_unknown_${end}`,
      }));
    return [
      ...share(without, all - unknown),
      ...(unknown ? [...band('no', without), ...band('yes', without + unknown)] : []),
      ...(one
        ? [...perMonth('per funded month', funded), ...perMonth('per unfunded month', unfunded)]
        : []),
      ...ids.flatMap((period) => [
        ...row('in care', {
          ...{ period, value: at(period, labels.inCare), numerator: at(period, labels.inCare) },
          counts: refs([period], labels.inCare),
        }),
        ...row('in care unfunded', {
          ...{ period, value: at(period, labels.unfunded), numerator: at(period, labels.unfunded) },
          counts: refs([period], labels.unfunded),
        }),
        ...row('in care outside', {
          ...{ period, value: at(period, labels.outside), numerator: at(period, labels.outside) },
          counts: refs([period], labels.outside),
        }),
      ]),
    ];
  };
  return [...group(null), ...(byProgramme ? programmes.flatMap(group) : [])];
}
