import { describe, expect, test } from 'vitest';
import { protect } from '$lib/disclosure/protect';
import type { LinkedTable, Table } from '$lib/disclosure/table';
import { sequence } from './attacker';

const TRIALS = process.env.SOAK ? 60 : 6;
const sizes = { period: 3, gender: 3, age: 4, region: 3 } as const;
type Name = keyof typeof sizes;
const labels = (name: Name) => Array.from({ length: sizes[name] }, (_, at) => `${name} ${at}`);

/** Children with random traits, tabulated by chosen traits with every margin. */
function population(seed: number, children: number) {
  const draw = sequence(seed);
  const names = Object.keys(sizes) as Name[];
  const records = Array.from({ length: children }, () =>
    Object.fromEntries(
      names.map((name) => [name, labels(name)[Math.floor(draw() * draw() * sizes[name])]!]),
    ),
  );
  return (dims: Name[]): LinkedTable => {
    const keys = dims.reduce<string[][]>(
      (all, name) => all.flatMap((key) => [...labels(name), 'total'].map((one) => [...key, one])),
      [[]],
    );
    return {
      dims: dims.map((name) => ({ name, groups: { total: labels(name) } })),
      cells: keys.map((key) => ({
        key,
        value: records.filter((record) =>
          key.every((label, at) => label === 'total' || record[dims[at]!] === label),
        ).length,
      })),
    };
  };
}

const rules = { kind: 'count', threshold: 5, zeros: 'published' } as const;

/** What an outsider learns from linked tables by adding and subtracting pairs of figures. */
function pairDifferences(
  tables: readonly {
    cells: readonly { key: readonly string[]; value: number | null }[];
    dims: readonly { name: string }[];
  }[],
) {
  const figures = tables.flatMap(({ cells, dims }) =>
    cells.map(({ key, value }) => ({
      value,
      name: key
        .map((label, at) => (label === 'total' ? '' : `${dims[at]!.name}=${label}`))
        .filter(Boolean)
        .sort()
        .join('&'),
    })),
  );
  const byName = new Map<string, Set<number | null>>();
  for (const { name, value } of figures)
    byName.set(name, (byName.get(name) ?? new Set()).add(value));
  return byName;
}

describe('linked tables', () => {
  test.each([
    [
      'a star',
      [
        ['period', 'gender'],
        ['period', 'age'],
      ],
    ],
    [
      'a wider star',
      [
        ['period', 'gender'],
        ['period', 'age'],
        ['period', 'region'],
      ],
    ],
    [
      'one inside the other',
      [
        ['period', 'gender', 'age'],
        ['period', 'age'],
      ],
    ],
    [
      'a ring',
      [
        ['period', 'gender'],
        ['gender', 'age'],
        ['age', 'period'],
      ],
    ],
  ] as [string, Name[][]][])('%s is proven as one system', async (_, plan) => {
    let withheld = 0;
    for (let seed = 1; seed <= TRIALS; seed++) {
      const tabulate = population(seed, 150);
      const [main, ...linked] = plan.map(tabulate);
      const table: Table = { ...rules, ...main!, linked };
      const result = await protect(table, { effort: 'fast' });
      expect(result.audit, `seed ${seed}`).toMatchObject({ status: 'proven', belowThreshold: 0 });
      const parts = [result, ...result.linked!];
      for (const shown of pairDifferences(parts).values()) expect(shown.size).toBe(1);
      parts.forEach((part, number) =>
        part.cells.forEach(({ value }, at) => {
          const truth = [main!, ...linked][number]!.cells[at]!.value;
          if (truth > 0 && truth < 5) expect(value).toBeNull();
          else if (value !== null) expect(value).toBe(truth);
          if (value === null) withheld++;
        }),
      );
    }
    expect(withheld).toBeGreaterThan(0);
  });

  test('a total shown in one table is not hidden by the other', async () => {
    const one = (dim: string, values: Record<string, number>): LinkedTable => ({
      dims: [{ name: dim, groups: { total: Object.keys(values) } }],
      cells: [
        ...Object.entries(values).map(([label, value]) => ({ key: [label], value })),
        { key: ['total'], value: Object.values(values).reduce((a, b) => a + b, 0) },
      ],
    });
    const gender = one('gender', { girl: 20, boy: 2, unknown: 0 });
    const steps = one('step', { left: 30, kept: 22 });
    const table = { ...rules, ...gender, linked: [steps] };
    const same = [
      [
        { table: 0, key: ['total'] },
        { table: 1, key: ['kept'] },
      ],
    ] as const;
    const suppressed = [['boy'], ['total']];
    const apart = await protect({ ...table, suppressed });
    expect(apart.audit.status).toBe('proven');
    const tied = await protect({
      ...table,
      suppressed,
      same,
      linked: [{ ...steps, suppressed: [['kept']] }],
    });
    expect(tied.audit.status).toBe('unsafe');
    const safe = await protect({ ...table, same });
    expect(safe.audit.status).toBe('proven');
    const total = safe.cells.find(({ key }) => key[0] === 'total')!.value;
    expect(safe.linked![0]!.cells.find(({ key }) => key[0] === 'kept')!.value).toBe(total);
  });

  test('contradictions are refused by name, without a figure', async () => {
    const tabulate = population(3, 90);
    const main = tabulate(['period', 'gender']);
    const other = tabulate(['period', 'age']);
    const wrong = (table: LinkedTable, at: number): LinkedTable => ({
      ...table,
      cells: table.cells.map((cell, i) => (i === at ? { ...cell, value: cell.value + 7 } : cell)),
    });
    const last = main.cells.length - 1;
    await expect(protect({ ...rules, ...wrong(main, last) })).rejects.toThrow(
      'total × total is unlike the sum of its parts.',
    );
    await expect(
      protect({ ...rules, ...main, linked: [wrong(other, other.cells.length - 1)] }),
    ).rejects.toThrow('appears twice with different figures');
    await expect(protect({ ...rules, ...main, dims: [main.dims[0]!] })).rejects.toThrow(
      'one label per dimension',
    );
    await expect(
      protect({ ...rules, ...main, cells: [...main.cells, main.cells[0]!] }),
    ).rejects.toThrow('given twice');
    const negative = main.cells.map((cell) => ({ ...cell, value: -1 }));
    await expect(protect({ ...rules, ...main, cells: negative })).rejects.toThrow('0 or more');
  });
});
