import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { protect } from '$lib/disclosure/protect';
import type { Key, Rate, Table } from '$lib/disclosure/table';

const folder = resolve(process.cwd(), '../shared/cases/disclosure');

interface Interval {
  readonly key: Key;
  readonly lo: number;
  readonly hi: number;
}

interface Reference extends Table {
  readonly name: string;
  readonly known?: {
    readonly rates?: readonly Rate[];
    readonly differences?: readonly unknown[];
    readonly intervals?: { readonly pattern: string; readonly list: readonly Interval[] };
    readonly knownSmall?: { readonly pattern: string; readonly list: readonly Interval[] };
    readonly exact?: { readonly pattern: string };
    readonly 'published patterns'?: Record<string, { readonly suppressed: readonly Key[] }>;
    readonly 'best known secondary suppressions'?: Partial<
      Record<'exact' | 'threshold', { readonly secondary: number; readonly status: string }>
    >;
  };
}

const cases: Reference[] = existsSync(folder)
  ? readdirSync(folder)
      .filter((file) => file.endsWith('.json'))
      .map((file) => JSON.parse(readFileSync(`${folder}/${file}`, 'utf8')) as Reference)
  : [];
if (cases.length === 0)
  console.warn('No reference tables in ../shared/cases: skipped with a note.');

const levels = (table: Reference) =>
  table.primary ? (['exact'] as const) : (['exact', 'threshold'] as const);

/** Re-adds a witness without any code of the gate: only members and sums. */
function readdable(table: Table, cells: readonly { key: Key; value: number | null }[]) {
  const leaves = (dim: number, label: string): string[] => {
    const members = table.dims[dim]!.groups[label];
    return members ? [...new Set(members.flatMap((each) => leaves(dim, each)))] : [label];
  };
  const under = table.dims.map((_, dim) => {
    const cache = new Map<string, Set<string>>();
    return (label: string) => {
      if (!cache.has(label)) cache.set(label, new Set(leaves(dim, label)));
      return cache.get(label)!;
    };
  });
  return (witness: readonly { key: readonly string[]; value: number }[]) =>
    cells.every(({ key, value }) => {
      const sum = witness
        .filter((each) => each.key.every((leaf, dim) => under[dim]!(key[dim]!).has(leaf)))
        .reduce((total, each) => total + each.value, 0);
      return value === null ? true : sum === value;
    });
}

describe.each(cases.map((table) => [table.name, table] as const))('%s', (_, table) => {
  const timeBudgetMs = table.cells.length > 330 ? 2500 : 10_000;
  test.each(levels(table))('level %s: safe, proven, near the least', async (level) => {
    const result = await protect({ ...table, level }, { witnessTables: true, timeBudgetMs });
    const { audit } = result;
    expect(audit).toMatchObject({ status: 'proven', exact: 0, belowThreshold: 0 });
    const best = table.known?.['best known secondary suppressions']?.[level];
    if (best && table.cells.length <= 220) expect(audit.secondary).toBe(best.secondary);
    else if (best) expect(audit.secondary).toBeLessThanOrEqual(1.15 * best.secondary);
    expect(audit.lowerBound).toBeLessThanOrEqual(audit.secondary);
    if (best?.status === 'optimal') expect(audit.lowerBound).toBeLessThanOrEqual(best.secondary);

    const again = await protect({
      ...table,
      level,
      suppressed: result.cells.filter(({ value }) => value === null).map(({ key }) => key),
    });
    expect(again.audit.status).toBe('proven');
    expect(audit.witnessTables).toHaveLength(audit.witnesses);
    const check = readdable(table, result.cells);
    for (const [part] of audit.witnessTables!) expect(check(part!.cells)).toBe(true);
  });
});

const having = (choose: (known: NonNullable<Reference['known']>) => unknown) =>
  cases
    .filter((table) => table.known && choose(table.known) !== undefined)
    .map((table) => [table.name, table, table.known!] as const);
const suppressedBy = (known: NonNullable<Reference['known']>, pattern: string) =>
  known['published patterns']![pattern]!.suppressed;

describe.runIf(cases.length > 0)('what the sources say', () => {
  test.each(having((known) => known.intervals ?? known.knownSmall))(
    '%s: intervals as published',
    async (_, table, known) => {
      const { pattern, list } = (known.intervals ?? known.knownSmall)!;
      const suppressed = suppressedBy(known, pattern);
      const { audit } = await protect({ ...table, suppressed }, { intervals: true });
      for (const { key, lo, hi } of list)
        expect(audit.intervals).toContainEqual({ key, table: 0, lo, hi });
    },
  );

  test.each(having((known) => known.exact ?? known.knownSmall))(
    '%s: the pattern known to be unsafe is refused',
    async (_, table, known) => {
      const suppressed = suppressedBy(known, (known.exact ?? known.knownSmall)!.pattern);
      expect((await protect({ ...table, suppressed })).audit.status).toBe('unsafe');
    },
  );

  test.each(having((known) => known.rates))(
    '%s: rates that give a count back are refused',
    async (_, table, known) => {
      for (const { suppressed } of Object.values(known['published patterns']!)) {
        const { audit } = await protect({ ...table, suppressed, rates: known.rates! });
        expect(audit).toMatchObject({ status: 'unsafe', exact: 1 });
      }
    },
  );

  test.each(having((known) => known.differences))(
    '%s: both filters at once are refused',
    async (_, table) => {
      expect((await protect({ ...table, suppressed: [] })).audit.status).toBe('unsafe');
    },
  );
});

test('reference tables are present, or the run says that they are not', () => {
  expect(cases.length === 0 || cases.length >= 14).toBe(true);
});
