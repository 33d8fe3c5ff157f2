import type { Released, ReleasedRow } from '$lib/disclosure/released';
import { groupWords } from '$lib/report/group-words';
import { headlineRows } from '$lib/report/headline-rows';
import type { Indicator } from '$lib/schema/indicator';
import type { Language } from '$lib/schema/text';

/** One number of a figure that goes through the periods. */
export interface ChangeSeries {
  /** Tells it from the others of the figure. */
  readonly key: string;
  readonly label: string;
  readonly unit: string;
  /** Its row of a period, if there is one. */
  at(released: Released | null, period: string): ReleasedRow | undefined;
}

/** What can be compared between periods, what the headline names first; and the periods, in order. */
export interface ChangeChoices {
  readonly series: readonly ChangeSeries[];
  readonly periods: readonly string[];
  /** Periods that the files hold in part only. */
  readonly cut: ReadonlySet<string>;
}

/** The numbers of a figure without a breakdown; of a composition those of its groups. */
export function changeChoices(
  released: Released,
  indicator: Indicator,
  language: Language,
): ChangeChoices {
  const { statistic } = indicator;
  const own = statistic.kind === 'composition' ? [statistic.of as string] : [];
  const rows = released.rows.filter(
    ({ by, period }) => period !== 'all' && Object.keys(by).every((column) => own.includes(column)),
  );
  const keyOf = ({ measure, by }: Pick<ReleasedRow, 'measure' | 'by'>) =>
    JSON.stringify([measure, ...Object.entries(by).flat()]);
  const lead = headlineRows(released, indicator)?.best?.row;
  const series = new Map<string, ChangeSeries>();
  const ordered = lead ? [...rows.filter((row) => keyOf(row) === keyOf(lead)), ...rows] : rows;
  for (const row of ordered) {
    const measure = indicator.measures.find(({ id }) => id === row.measure);
    const key = keyOf(row);
    if (!measure || series.has(key)) continue;
    const group = Object.keys(row.by).length ? `: ${groupWords(row.by, language)}` : '';
    series.set(key, {
      key,
      label: `${measure.label[language]}${group}`,
      unit: row.unit,
      at: (from, period) =>
        from?.rows.find((one) => one.period === period && keyOf(one) === key && one.unit === row.unit), // prettier-ignore
    });
  }
  return {
    series: [...series.values()],
    periods: [...new Set(rows.map(({ period }) => period))].sort(),
    cut: new Set(
      rows.filter(({ marks }) => marks.includes('incomplete')).map(({ period }) => period),
    ),
  };
}
