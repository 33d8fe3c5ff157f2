import type { CountTable, DraftStep } from '$lib/disclosure/draft';
import type { CellRef } from '$lib/disclosure/table';
import { join, sql, type Sql } from '$lib/schema/sql';
import type { Text } from '$lib/schema/text';
import { isChildSql } from './is-child';
import type { Part } from './part';
import { insideSql, populationSql, whereSql } from './population';
import { groupColumnsSql, type Request } from './request';

/** The line of those whose age is not known and who are not in the figure. */
export const ageUnknownStep: Text = { en: 'age not known', nb: 'ukjent alder' };

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
  population: {
    en: 'not in the population asked about',
    nb: 'ikke i populasjonen det spørres om',
  },
  adult: { en: '18 or over when first detected', nb: '18 år eller eldre da de først ble oppdaget' },
  ageUnknown: ageUnknownStep,
  period: { en: 'first detected outside the period', nb: 'først oppdaget utenfor perioden' },
  filter: { en: 'left out by the filters', nb: 'utelatt av filtrene' },
  notAsked: {
    en: 'children whom the question does not concern',
    nb: 'barn som spørsmålet ikke gjelder',
  },
  behind: {
    en: 'children among whom the figure counts',
    nb: 'barn som tallet teller blant',
  },
  figure: { en: 'in the figure', nb: 'i tallet' },
  figureAndBeside: {
    en: 'in the figure, with persons of unknown age beside it',
    nb: 'i tallet, med personer med ukjent alder ved siden av',
  },
} satisfies Record<string, Text>;

/**
 * The waterfall of a figure about children: every row of the case files is in exactly one line
 * that subtracts, or in the last sum. Each child leaves at the first rule that it does not meet.
 * The lines that subtract are a count table of their own; a sum rests on it and on every
 * period of the figure.
 */
export async function steps(
  request: Request,
  part: Part,
): Promise<{ steps: DraftStep[]; tables: CountTable[] }> {
  const { cubes, engine, facts, prepared, view, slices, indicator, signal } = request;
  const ofChildren = indicator.period === 'cohort' && indicator.unit === 'child';
  const byChild = ofChildren || ['count', 'rate'].includes(indicator.statistic.kind);
  const inPeriod = byChild ? insideSql(slices) : sql`TRUE`;
  const besides = ['count', 'rate'].includes(indicator.statistic.kind);
  const rules: readonly (readonly [Text, Sql])[] = [
    [words.population, sql`NOT (${populationSql(indicator.population, facts)})`],
    [
      words.adult,
      indicator.anyAge ? sql`FALSE` : sql`${isChildSql(request.choice)} IS NOT DISTINCT FROM FALSE`,
    ],
    [
      words.ageUnknown,
      besides || indicator.anyAge ? sql`FALSE` : sql`${isChildSql(request.choice)} IS NULL`,
    ],
    [words.period, sql`(${inPeriod}) IS NOT TRUE`],
    [words.filter, sql`NOT (${whereSql(view.where)})`],
  ];
  const branches = (upTo: number) =>
    join(
      rules.slice(0, upTo).map(([, rule], i) => sql`WHEN ${rule} THEN ${i}`),
      sql` `,
    );
  // The filter is the last rule: in a cube, those who stay are told from those it leaves out.
  const filter = rules.length - 1;
  const cube = await cubes.of(request, [], {
    statement: (
      _,
      columns,
    ) => sql`SELECT ${groupColumnsSql(columns)} CASE ${branches(filter)} ELSE ${filter} END AS rule, count(*) AS children
      FROM child GROUP BY ALL`,
    keys: ['rule'],
    counts: ['children'],
  });
  const everyone = await cube?.read({}, [], signal);
  const kept = await cube?.read(view.where, [], signal);
  const stay = Number(kept?.find((row) => Number(row.rule) === filter)?.children ?? 0);
  const found =
    everyone && kept
      ? [
          ...everyone.map((row) =>
            Number(row.rule) === filter ? { ...row, children: Number(row.children) - stay } : row,
          ),
          { rule: rules.length, children: stay },
        ]
      : await engine.query(
          sql`SELECT CASE ${branches(rules.length)} ELSE ${rules.length} END AS rule, count(*) AS children FROM child GROUP BY rule`,
          { signal },
        );
  const at = (rule: number) =>
    Number(found.find((row) => Number(row.rule) === rule)?.children ?? 0);
  const children = found.reduce((sum, row) => sum + Number(row.children), 0);
  const { all, counted } = prepared.files;
  const left = at(rules.length);
  const asked = ofChildren ? (part.asked ?? left) : left;
  const out = [
    { leaf: 'dropped', words: words.dropped, count: all - counted },
    { leaf: 'merged', words: words.merged, count: counted - children },
    ...rules.map(([text], i) => ({ leaf: `rule ${i}`, words: text, count: at(i) })),
    { leaf: 'not asked', words: words.notAsked, count: left - asked },
  ];
  // Where the figure counts other things than the children of the cohort, those who remain are a
  // line of their own and not the total of the figure.
  const inside = byChild ? null : { leaf: 'inside', count: left };
  const table = part.tables.length;
  const cell = (label: string): CellRef => ({ table, key: [label] });
  const rest = inside ? [cell(inside.leaf)] : part.whole;
  const minus = (lines: typeof out): DraftStep[] =>
    lines
      .filter(({ count }) => count > 0)
      .map(({ leaf, words, count }) => ({ words, kind: 'minus', count, counts: [cell(leaf)] }));
  const sum = (text: Text, kind: 'start' | 'sum', count: number, counts: CellRef[]): DraftStep => ({
    words: text,
    kind,
    count,
    counts: [...counts, ...rest],
  });
  const last = inside ? words.behind : besides ? words.figureAndBeside : words.figure;
  return {
    tables: [tableOf(out, inside)],
    steps: [
      sum(words.rows, 'start', all, [cell('all left out')]),
      ...minus(out.slice(0, 2)),
      sum(prepared.linked ? words.children : words.records, 'sum', children, [
        cell('children left out'),
      ]),
      ...minus(out.slice(2)),
      sum(last, 'sum', asked, []),
      ...((ofChildren && part.ofWhich) || []).map(({ words, count }): DraftStep => {
        return { words, kind: 'of which', count, counts: [] };
      }),
    ],
  };
}

interface Line {
  readonly leaf: string;
  readonly count: number;
}

function tableOf(out: readonly Line[], inside: Line | null): CountTable {
  const leaves = out.map(({ leaf }) => leaf);
  const groups = {
    'children left out': leaves.slice(2),
    'all left out': [...leaves.slice(0, 2), 'children left out'],
  };
  const sum = (members: readonly string[]) =>
    out.reduce((all, { leaf, count }) => all + (members.includes(leaf) ? count : 0), 0);
  const cells = [
    ...out.map(({ leaf, count }) => ({ key: [leaf], value: count })),
    { key: ['children left out'], value: sum(leaves.slice(2)) },
    { key: ['all left out'], value: sum(leaves) },
    ...(inside ? [{ key: [inside.leaf], value: inside.count }] : []),
  ];
  return { dims: [{ name: 'rule', groups }], cells };
}
