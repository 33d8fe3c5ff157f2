import type { Indicator } from '$lib/schema/indicator';
import { withPresumedAge } from '$lib/schema/presumed-age';

/** Groups in the order of a child's path (indicators, contents). */
const groups = ['ID', 'RF', 'GP', 'ND', 'MC', 'VW', 'RR', 'SW', 'FC', 'PQ', 'DQ'];

/** Each file of this folder that is named after an indicator exports its definition, and nothing else. */
const definitions = import.meta.glob<Indicator>('./[a-z][a-z]-[0-9][0-9].ts', {
  eager: true,
  import: 'definition',
});

const place = ({ id }: Indicator) => groups.indexOf(id.slice(0, 2));

/** Every indicator, in the order of a child's path. Adding one is adding its file. */
export const catalogue: readonly Indicator[] = Object.values(definitions)
  .map(withPresumedAge)
  .sort((a, b) => place(a) - place(b) || (a.id < b.id ? -1 : 1));

/** The definition with that id, or null. */
export const indicatorOf = (id: string): Indicator | null =>
  catalogue.find((indicator) => indicator.id === id) ?? null;
