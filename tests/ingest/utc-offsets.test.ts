import { afterAll, expect, test } from 'vitest';
import type { Engine } from '$lib/engine/engine';
import { nativeEngine } from '$lib/engine/native';
import { importFiles } from '$lib/ingest/import-files';
import { sql } from '$lib/schema/sql';
import { engine, only } from './engines';

let native: Engine | null = null;
afterAll(() => native?.close());

/** Cells of a start date and the day they are read as. */
const days: readonly (readonly [string, string])[] = [
  ['2015-06-10T00:00:00+00:00', '2015-06-10'],
  ['2015-06-10T00:30:00+02:00', '2015-06-10'],
  ['2015-06-10 00:30:00.000+0200', '2015-06-10'],
  ['2015-06-10T23:30-05:00', '2015-06-10'],
  ['2015-06-10T00:30+02', '2015-06-10'],
  ['2015-06-10T00:00:00Z', '2015-06-10'],
  ['2015-06-10T23:59:59.999Z', '2015-06-10'],
  ['2015-06-10T12:00:00', '2015-06-10'],
  ['2015-06-10', '2015-06-10'],
];

test('a moment with an offset from UTC keeps the day of its place', async () => {
  const lines = days.map(([cell], i) => `g${i},GBP,100,${cell}`);
  const text = `grant_key,currency,amount_committed,start_date\n${lines.join('\n')}\n`;
  native = await nativeEngine();
  for (const into of [await engine(), native]) {
    const files = [{ name: 'funding.csv', blob: new Blob([text]) }];
    expect(only(await importFiles(files, into))).toMatchObject({ accepted: days.length });
    const rows = await into.query(
      sql`SELECT start_date::VARCHAR AS day FROM funding ORDER BY rowid`,
    );
    expect(rows.map(({ day }, i) => [days[i]?.[0], day])).toEqual(days);
  }
});
