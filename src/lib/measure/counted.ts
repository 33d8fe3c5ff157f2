import type { Row } from '$lib/engine/engine';
import type { Breakdown } from '$lib/schema/indicator';
import { namedGroupsSql, type Request, type Additive } from './request';

/**
 * The rows of an additive statement, its group columns as text: from a cube where there is one, else
 * from the statement itself. `query` is the statement in both cases; it gives the same numbers.
 */
export async function counted(
  request: Request,
  columns: readonly Breakdown[],
  additive: Additive,
): Promise<{ rows: Row[]; query: string }> {
  const { cubes, engine, signal, view } = request;
  const statement = namedGroupsSql(columns, additive.statement(request, columns));
  const cube = await cubes.of(request, columns, additive);
  const rows =
    (await cube?.read(view.where, columns, signal)) ?? (await engine.query(statement, { signal }));
  return { rows, query: String(statement) };
}
