import { Draw } from './draw';

/**
 * A stream of draws for each table by name: a change of one table moves no byte of another. `order`
 * names all of them; a name stays in its place for good.
 */
export function ownDraws(seed: number, order: readonly string[]): (table: string) => Draw {
  const draws = new Map(
    order.map((table, index) => [table, new Draw(Math.imul(seed ^ (index + 1), 0x9e3779b1))]),
  );
  return (table) => {
    const found = draws.get(table);
    if (!found) throw new Error(`no draws for table ${table}`);
    return found;
  };
}
