import { columnOf } from '$lib/disclosure/cut';
import type { CountTable, Draft } from '$lib/disclosure/draft';
import { refText } from '$lib/disclosure/plan';
import { judge } from '$lib/disclosure/release';
import { keyText, type CellRef } from '$lib/disclosure/table';
import { indicatorOf } from '$lib/indicators/catalogue';
import { draftOf } from '$lib/measure/figure-draft';
import type { FigureSource } from '$lib/measure/figure';
import { defaultView, type View } from '$lib/measure/view';
import type { Engine } from '$lib/engine/engine';
import type { Breakdown, Indicator } from '$lib/schema/indicator';
import { Sql } from '$lib/schema/sql';

/** A count of children that a figure rests on, with the children themselves. */
export interface CountOfChildren {
  /** Figure, view, table and cell. */
  readonly name: string;
  readonly children: ReadonlySet<string>;
  /** A number that the figure shows is a function of it. */
  readonly shown: boolean;
  /** It may be shown. */
  readonly open: boolean;
  /** Everyone in a question. */
  readonly whole: boolean;
}

const namesOf = ({ dims }: CountTable): string => dims.map(({ name }) => name).join('\n');

/** A column of children that no view of a test is split by. */
const spare = 'movement' satisfies Breakdown;

/** The figure split by child: the same tables with a dimension more. */
function splitByChild(source: FigureSource, id: string, view: View): Promise<Draft> {
  const { engine } = source;
  const split: Engine = {
    ...engine,
    kind: engine.kind,
    query: (statement, options) =>
      engine.query(
        new Sql([String(statement).replaceAll(`child."${spare}"`, 'child.child')], []),
        options,
      ),
    columns: (statement, options) => engine.columns(statement, options),
    run: (statement, options) => engine.run(statement, options),
    register: (from) => engine.register(from),
    release: (path) => engine.release(path),
    close: () => engine.close(),
  };
  return draftOf(
    { ...source, engine: split, cubes: { of: () => Promise.resolve(null), answers: null } },
    indicatorOf(id)!,
    { ...view, by: [[], ...view.by].map((columns) => [spare, ...columns]) },
    undefined,
    [spare],
  );
}

/** Children by cell, of tables in which nobody is counted twice. */
function membersOf(split: Draft): Map<string, Map<string, Set<string>>> {
  const found = new Map<string, Map<string, Set<string>>>();
  for (const table of split.tables) {
    const at = table.dims.findIndex(({ name }) => columnOf(name) === spare);
    if (at < 0) continue;
    if (table.cells.some(({ key, value }) => key[at] !== 'total' && value > 1)) continue;
    const cells = new Map<string, Set<string>>();
    for (const { key, value } of table.cells) {
      if (key[at] === 'total' || value === 0) continue;
      const cell = key.filter((_, dim) => dim !== at).join('\n');
      const children = cells.get(cell) ?? new Set();
      children.add(key[at]!);
      cells.set(cell, children);
    }
    const dims = table.dims.filter((_, dim) => dim !== at);
    found.set(namesOf({ ...table, dims }), cells);
  }
  return found;
}

type Opened = (
  source: FigureSource,
  indicator: Indicator,
  asked: { readonly draft: Draft; readonly view: View },
) => Promise<Draft>;

/** The figure as it would be shown if there were no other. */
export const alone: Opened = async (_, __, { draft }) => {
  const { shown } = await judge(draft);
  const open = shown.map((keys) => new Set(keys));
  const isOpen = ({ table, key }: CellRef) => open[table]!.has(keyText(key));
  return {
    ...draft,
    rows: draft.rows.map((row) => (row.counts.every(isOpen) ? row : { ...row, withhold: true })),
    tables: draft.tables.map((one, table) => ({
      ...one,
      cells: one.cells.filter(({ key }) => isOpen({ table, key })),
    })),
  };
};

/** Every count of one figure under a view, shown or not, that is a number of children; once for each way. */
export async function countsOfChildren(
  source: FigureSource,
  id: string,
  over: Partial<View>,
  ways: readonly Opened[],
): Promise<CountOfChildren[][]> {
  const view: View = { ...defaultView, mode: 'release', ...over };
  const draft = await draftOf(source, indicatorOf(id)!, view);
  if (!draft.cut || draft.tables.length === 0) return ways.map(() => []);
  const members = membersOf(await splitByChild(source, id, view));
  const found: CountOfChildren[][] = [];
  for (const way of ways) {
    const open = await way(source, indicatorOf(id)!, { draft, view });
    // A withheld share shows its counts and limits, of which these sums are all that is read.
    const sums = open.rows
      .filter(({ withhold }) => withhold)
      .flatMap(({ share }) => share?.sums ?? []);
    const told = new Set(
      [...open.rows.filter(({ withhold }) => !withhold).flatMap(({ counts }) => counts)]
        .concat(sums.map(({ count }) => count))
        .map(refText),
    );
    const opened = new Set(
      open.tables.flatMap(({ cells }, at) => cells.map(({ key }) => refText({ table: at, key }))),
    );
    found.push(
      draft.tables.flatMap((table, at) => {
        const cells = members.get(namesOf(table));
        return table.cells.flatMap(({ key, value }) => {
          const children = cells?.get(key.join('\n'));
          if (!children || children.size !== value) return [];
          const ref = refText({ table: at, key });
          const name = `${id} ${JSON.stringify(over)} ${table.dims.map((dim) => dim.name).join(' × ')}: ${key.join(' × ')}`;
          const whole =
            table.among !== undefined && ['everyone', 'total', 'child'].includes(key.at(-1)!);
          return [{ name, children, whole, shown: told.has(ref), open: opened.has(ref) }];
        });
      }),
    );
  }
  return found;
}
