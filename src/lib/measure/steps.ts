import type { Engine } from '$lib/engine/engine';
import { join, sql } from '$lib/schema/sql';
import type { Text } from '$lib/schema/text';
import { cohortSql, populationSql, whereSql } from './population';
import { populationOf, type Request } from './request';

/** One line of the way from all rows of the files down to the figure. */
export interface Step {
  readonly words: Text;
  readonly kind: 'start' | 'minus' | 'sum' | 'of which';
  readonly count: number;
}

const words = {
  rows: { en: 'rows in the files of cases', nb: 'rader i saksfilene' },
  dropped: {
    en: 'duplicate files, or files that another body continues',
    nb: 'doble saker, eller saker et annet organ fører videre',
  },
  merged: {
    en: 'further files of a child already counted',
    nb: 'flere saker om et barn som allerede er talt',
  },
  children: { en: 'children', nb: 'barn' },
  records: {
    en: 'records (they cannot be linked to children)',
    nb: 'saker (de kan ikke knyttes til barn)',
  },
  status: {
    en: 'another status than the one asked about',
    nb: 'annen status enn den det spørres om',
  },
  adult: { en: '18 or over when first detected', nb: '18 år eller eldre da de først ble oppdaget' },
  ageUnknown: { en: 'age not known', nb: 'ukjent alder' },
  period: { en: 'first detected outside the period', nb: 'først oppdaget utenfor perioden' },
  filter: { en: 'left out by the filters', nb: 'utelatt av filtrene' },
  figure: { en: 'in the figure', nb: 'i tallet' },
} satisfies Record<string, Text>;

/**
 * The waterfall of a figure about children: every row of the case files is in exactly one line
 * that subtracts, or in the last sum. Each child leaves at the first rule that it does not meet.
 */
export async function steps(engine: Engine, request: Request): Promise<Step[]> {
  const { facts, prepared, view, slices, indicator } = request;
  const inPeriod =
    indicator.statistic.kind === 'incidence'
      ? sql`TRUE`
      : sql`child.child IN (SELECT child.child FROM ${cohortSql(slices)})`;
  const rules = [
    [words.status, sql`NOT (${populationSql(populationOf(request), facts)})`],
    [words.adult, sql`is_child IS NOT DISTINCT FROM FALSE`],
    [words.ageUnknown, sql`is_child IS NULL`],
    [words.period, sql`NOT (${inPeriod})`],
    [words.filter, sql`NOT (${whereSql(view.where)})`],
  ] as const;
  const branches = rules.map(([, rule], i) => sql`WHEN ${rule} THEN ${i}`);
  const found = await engine.query(
    sql`SELECT CASE ${join(branches, sql` `)} ELSE ${rules.length} END AS rule, count(*) AS children FROM child GROUP BY rule`,
    { signal: request.signal },
  );
  const [files] = await engine.query(
    sql`SELECT (SELECT count(*) FROM cases) AS n, (SELECT count(*) FROM file_case WHERE counted) AS counted`,
  );
  const at = (rule: number) =>
    Number(found.find((row) => Number(row.rule) === rule)?.children ?? 0);
  const children = found.reduce((sum, row) => sum + Number(row.children), 0);
  const [all, counted] = [Number(files?.n ?? 0), Number(files?.counted ?? 0)];
  const lines: Step[] = [
    { words: words.rows, kind: 'start', count: all },
    { words: words.dropped, kind: 'minus', count: all - counted },
    { words: words.merged, kind: 'minus', count: counted - children },
    { words: prepared.linked ? words.children : words.records, kind: 'sum', count: children },
    ...rules.map(([text], i): Step => ({ words: text, kind: 'minus', count: at(i) })),
    { words: words.figure, kind: 'sum', count: at(rules.length) },
  ];
  return lines.filter((line) => line.kind !== 'minus' || line.count > 0);
}
