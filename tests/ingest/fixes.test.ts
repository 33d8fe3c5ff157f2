import { expect, test, vi } from 'vitest';
import { cellPrint } from '$lib/ingest/cell-print';
import type { Decisions, ImportResult } from '$lib/ingest/import-files';
import { parseRecipe } from '$lib/ingest/recipe';
import { from } from '$lib/schema/physical';
import { sql } from '$lib/schema/sql';
import { codes, engine, exact, load, only } from './engines';

const file = 'cases.csv';
const lines = [
  'case_key,index_month,victim_status,gender,age_at_detection,citizenship',
  ...Array.from({ length: 40 }, (_, i) =>
    [
      `A-${i}`,
      i % 8 === 3 ? '2024-13' : '2024-02',
      'identified',
      i % 5 === 1 ? 'jentebarn' : 'female',
      i % 10 === 7 ? '14 yrs' : '14',
      'NO',
    ].join(','),
  ),
  '',
];
const text = lines.join('\n');
const none: Decisions = { drop: [], dateOrder: [] };
const read = (decisions: Decisions = none) => load({ [file]: text }, { decisions });
const table = async () =>
  (await engine()).query(sql`SELECT COLUMNS(*)::VARCHAR FROM ${from('cases')} ORDER BY case_key`);
const print = async (line: number, content = text) =>
  cellPrint({ name: file, blob: new Blob([content]) }, file, line);
const groupOf = (result: ImportResult, column: string) =>
  only(result).problems.find((one) => one.column === column)!;

test('what cannot be read is gathered by what repairs it, masked', async () => {
  const report = only(await read());
  expect(report).toMatchObject({ records: 40, rejected: 0, excluded: 0 });
  expect(report.problems.map(({ column, like, spelling, count }) => [column, like, spelling?.(), count]))
    .toEqual([
      ['gender', 'aaaaaaaaa', 'jentebarn', 8],
      ['index_month', '9999-99', undefined, 5],
      ['age_at_detection', '99 aaa', undefined, 4],
    ]); // prettier-ignore
  const months = report.problems[1]!;
  expect(months.lines).toEqual([5, 13, 21, 29, 37]);
  expect(months.target).toBe('cases.index_month');
  expect(months.expected.en).toBe('a month such as 2024-12');
});

test('cells that cannot be read cost one more pass over the file, and none is kept', async () => {
  const real = await engine();
  const opened = vi.spyOn(real, 'register');
  const before = await read();
  expect(only(before).problems).toHaveLength(3);
  expect(opened).toHaveBeenCalledTimes(2);
  opened.mockClear();
  const groups = ['index_month', 'gender'].map((column) => {
    const { like, spelling } = groupOf(before, column);
    return { file, column, like: spelling?.() ?? like, as: 'exclude' as const };
  });
  const fixed = only(await read({ ...none, groups }));
  expect(fixed.problems.map(({ column, count }) => [column, count])).toEqual([
    ['age_at_detection', 3],
  ]);
  expect(opened).toHaveBeenCalledTimes(2);
  opened.mockRestore();
  const left = await real.query(
    sql`SELECT table_name FROM duckdb_tables() WHERE table_name LIKE 'new_%'`,
  );
  expect(left).toEqual([]);
});

test('a group is set as unknown or its rows are left out, and the account stays exact', async () => {
  const before = only(await read());
  const unknown = await read({
    ...none,
    groups: [{ file, column: 'age_at_detection', like: '99 aaa', as: 'unknown' }],
  });
  expect(only(unknown)).toMatchObject({ excluded: 0 });
  expect(only(unknown).warned).toBeLessThan(before.warned);
  expect(codes(only(unknown))).toContain('set-unknown');
  const reasons = await (
    await engine()
  ).query(
    sql`SELECT age_at_detection__missing::VARCHAR AS why, count(*)::INTEGER AS n FROM ${from('cases')} GROUP BY 1 ORDER BY 1`,
  );
  expect(reasons).toEqual([
    { why: 'unknown', n: 4 },
    { why: null, n: 36 },
  ]);

  const left = await read({
    ...none,
    groups: [{ file, column: 'index_month', like: '9999-99', as: 'exclude' }],
  });
  expect(only(left)).toMatchObject({ records: 40, excluded: 5 });
  expect(left.facts?.tables.cases?.rows).toBe(35);
  expect(groupOf(left, 'index_month')).toBeUndefined();
  // Lines are those of the file, although rows before them are gone.
  expect(groupOf(left, 'gender').lines).toEqual([3, 8, 18, 23, 28, 33, 38]);
});

test('a single cell is changed by the print of its row, and only there', async () => {
  const row = (await print(5))!;
  expect(row).toMatch(/^[0-9a-f]{32}$/);
  const cells = [{ file, column: 'index_month', row, to: '2024-12' }];
  const result = await read({ ...none, cells });
  expect(groupOf(result, 'index_month')).toMatchObject({ count: 4, lines: [13, 21, 29, 37] });
  expect((await table()).find((one) => one.case_key === 'A-3')?.index_month__missing).toBeNull();
  expect(JSON.stringify(result.recipe), 'a typed value is no code').not.toContain(row);

  const known = [
    { file, column: 'gender', row: (await print(3))!, to: 'female' },
    { file, column: 'age_at_detection', row: (await print(9))!, to: null },
  ];
  const coded = await read({ ...none, cells: known });
  const recipe = parseRecipe(JSON.stringify(coded.recipe));
  expect(recipe.files[0]?.fixes?.cells).toEqual(
    known.map(({ column, row, to }) => ({ column, row, to })),
  );
  const again = await load({ [file]: text }, { recipe });
  expect(groupOf(again, 'gender').count).toBe(7);
  expect(groupOf(again, 'age_at_detection').count).toBe(3);
  const other = text.replace('A-1,', 'B-1,').replace('A-7,', 'B-7,');
  const next = await load({ [file]: other }, { recipe });
  expect(groupOf(next, 'gender').count).toBe(8);
  const note = only(next).issues.find(({ code }) => code === 'cells-changed');
  expect(note?.message.en).toMatch(/^0 of 2/);
});

test('rows with the same cells are told apart by their place', async () => {
  const same = ['index_month,victim_status,gender', '2024-01,identified,x1', '2024-01,identified,x1', ''].join('\n'); // prettier-ignore
  const [first, second] = [await print(2, same), await print(3, same)];
  expect(second).toBe(`${first}.2`);
  const cells = [{ file, column: 'gender', row: second!, to: 'female' }];
  const report = only(await load({ [file]: same }, { decisions: { ...none, cells } }));
  expect(report.problems).toMatchObject([{ like: 'a9', count: 1, lines: [2] }]);
  expect(await print(9, same)).toBeNull();
});

/** A small generator, so that the same choices come every time. */
function* choices(seed: number): Generator<number> {
  for (let state = seed; ;) yield (state = (state * 48271) % 2147483647) / 2147483647;
}

test('a fix that is undone leaves the same table, rows and account', async () => {
  const start = await read();
  const [rows, account] = [await table(), only(start)];
  const all: readonly Partial<Decisions>[] = [
    { groups: [{ file, column: 'gender', like: 'jentebarn', as: 'exclude' }] },
    { groups: [{ file, column: 'gender', like: 'jentebarn', as: 'unknown' }] },
    { groups: [{ file, column: 'age_at_detection', like: '99 aaa', as: 'exclude' }] },
    { cells: [{ file, column: 'index_month', row: (await print(5))!, to: null }] },
    { cells: [{ file, column: 'age_at_detection', row: (await print(9))!, to: '15' }] },
    { value: [{ file, column: 'gender', spelling: 'jentebarn', meaning: { code: 'female' } }] },
  ];
  const draw = choices(7);
  const next = () => draw.next().value as number;
  for (let round = 0; round < 6; round++) {
    const [a, b] = [all[Math.floor(next() * all.length)]!, all[Math.floor(next() * all.length)]!];
    const together: Decisions = {
      ...none,
      value: [...(a.value ?? []), ...(b.value ?? [])],
      groups: [...(a.groups ?? []), ...(b.groups ?? [])],
      cells: [...(a.cells ?? []), ...(b.cells ?? [])],
    };
    const fixed = await read(together);
    exact(only(fixed));
    const done = await table();
    expect(done.length).toBe(fixed.facts?.tables.cases?.rows);
    expect(only(fixed).excluded).toBe(40 - done.length);
    expect(JSON.stringify(done)).not.toBe(JSON.stringify(rows));
    const undone = await read();
    expect(await table()).toEqual(rows);
    expect(JSON.stringify(only(undone))).toEqual(JSON.stringify(account));
    await read(together);
    expect(await table(), 'done again').toEqual(done);
  }
});

test('one item of a list is set as unknown and the others stay', async () => {
  const lists = [
    'case_key,index_month,victim_status,forms',
    'A-1,2024-01,identified,sexual_prostitution; ?; begging',
    'A-2,2024-01,identified,?',
    'A-3,2024-01,identified,begging; ?; hmm',
    'A-4,2024-01,identified,begging',
    '',
  ].join('\n');
  const group = (like: string) => ({ file, column: 'forms', like, as: 'unknown' as const });
  const load_ = (groups: ReturnType<typeof group>[]) =>
    load({ [file]: lists }, { decisions: { ...none, groups } });
  const forms = async () =>
    (await engine()).query(
      sql`SELECT case_key, array_to_string(forms, ';') AS forms, forms__missing::VARCHAR AS why FROM ${from('cases')} ORDER BY case_key`,
    );
  const before = only(await load_([]));
  expect(before.warned).toBe(3);
  const known = ['sexual_prostitution;begging', null, 'begging', 'begging'];
  const whys = async () => {
    const rows = await forms();
    expect(rows.map((row) => row.forms)).toEqual(known);
    return rows.map((row) => row.why);
  };
  expect(await whys()).toEqual(['unmapped', 'unmapped', 'unmapped', null]);

  const half = only(await load_([group('?')]));
  expect(half).toMatchObject({ accepted: 3, warned: 1, excluded: 0 });
  expect(await whys()).toEqual(['unknown', 'unknown', 'unmapped', null]);
  expect(half.issues.find(({ code }) => code === 'set-unknown')).toMatchObject({ count: 2 });

  const whole = only(await load_([group('?'), group('hmm')]));
  expect(whole).toMatchObject({ accepted: 4, warned: 0, problems: [] });
  expect(await whys()).toEqual(['unknown', 'unknown', 'unknown', null]);
});
