import { pairs, size, type MseTable } from './mse-table';

/**
 * Every hierarchical model of the lists in use with all main effects and interactions up to an
 * order: with a term, all the terms inside it. Each model is its interactions as bit masks.
 * Five lists: 1,024 models at order 2, 6,212 at order 3.
 */
export function mseHierarchicalModels(table: MseTable, maxOrder: number): number[][] {
  const edges = pairs(table);
  const higher = Array.from({ length: 1 << table.lists }, (_, cell) => cell)
    .filter((cell) => (cell & table.active) === cell && size(cell) > 2 && size(cell) <= maxOrder)
    .sort((a, b) => size(a) - size(b) || a - b);
  const models: number[][] = [];
  const extend = (terms: number[], from: number) => {
    models.push(terms);
    for (let next = from; next < higher.length; next++) {
      const term = higher[next]!;
      const inside = [...edges, ...higher].filter(
        (other) => size(other) === size(term) - 1 && (term & other) === other,
      );
      if (inside.every((other) => terms.includes(other))) extend([...terms, term], next + 1);
    }
  };
  if (maxOrder < 2) return [[]];
  for (let chosen = 0; chosen < 2 ** edges.length; chosen++)
    extend(
      edges.filter((_, place) => chosen & (1 << place)),
      0,
    );
  return models;
}
