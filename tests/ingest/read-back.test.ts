import { afterAll, expect, test } from 'vitest';
import type { Engine } from '$lib/engine/engine';
import { nativeEngine } from '$lib/engine/native';
import { importFiles } from '$lib/ingest/import-files';
import { sql } from '$lib/schema/sql';
import { engine, only } from './engines';
import { dice, randomDialect, randomGrants, writeTable } from './random-table';

const rounds = process.env.SOAK ? 600 : 60;
let native: Promise<Engine> | null = null;
afterAll(async () => (await native)?.close());

test('random tables in random dialects are read back as they were written', async () => {
  const met = new Set<string>();
  for (let seed = 1; seed <= rounds; seed++) {
    const rolled = dice(seed);
    const dialect = randomDialect(rolled);
    const { header, rows } = randomGrants(rolled, dialect.encoding, dialect.decimal);
    const blob = new Blob([writeTable([header, ...rows], dialect, rolled)]);
    const into = await (seed % 3 ? engine() : (native ??= nativeEngine()));
    const about = JSON.stringify({ seed, ...dialect });
    const report = only(await importFiles([{ name: 'funding.csv', blob }], into));
    expect(report, about).toMatchObject({
      table: 'funding',
      records: rows.length,
      rejected: 0,
      excluded: 0,
      warned: 0,
    });
    const found =
      await into.query(sql`SELECT grant_key, programme_key, org_key, donor_key, currency,
      amount_committed AS committed, amount_disbursed AS disbursed, start_date::VARCHAR AS started
      FROM funding ORDER BY rowid`);
    const amount = (cell: string | undefined) => (cell ? Number(cell.replace(',', '.')) : null);
    // A line end inside a cell may come back as another kind of line end: never as another text.
    const text = (cell: unknown) =>
      typeof cell === 'string' ? cell.replace(/\r\n?/g, '\n') : (cell ?? '');
    expect(
      found.map((row) => [
        text(row.grant_key),
        text(row.programme_key),
        text(row.org_key),
        text(row.donor_key),
        row.currency,
        row.committed,
        row.disbursed,
        row.started,
      ]),
      about,
    ).toEqual(rows.map((row) => [...row.slice(0, 5), amount(row[5]), amount(row[6]), row[7]]));
    met.add(`${dialect.encoding}${dialect.bom}`).add(dialect.delimiter).add(dialect.newline);
  }
  expect([...met]).toHaveLength(7 + 4 + 3);
}, 1_800_000);
