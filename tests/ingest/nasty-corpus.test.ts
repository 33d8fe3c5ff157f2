import { openAsBlob, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { inspectFiles } from '$lib/ingest/import-files';
import { inspectFile } from '$lib/ingest/inspect-file';
import { goodRecords } from '$lib/ingest/well-formed';
import { realData } from './engines';

const csvs = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.csv'),
  );

/** Header and good records of a file as the ingest room reads them. */
async function read(path: string): Promise<{ header: readonly string[]; rows: string[][] } | null> {
  const { ready } = await inspectFile(
    { chosen: 0, name: 'x.csv', blob: await openAsBlob(path) },
    {},
  );
  if (!ready) return null;
  const rows: string[][] = [];
  const { scanned } = ready;
  for await (const some of goodRecords(scanned.blob, scanned.scan, scanned)) rows.push(...some);
  return { header: ready.header, rows };
}

test('csv-spectrum is read as its authors say', async () => {
  const folder = realData('nasty-csv');
  if (!folder) return;
  for (const name of csvs(join(folder, 'csv-spectrum'))) {
    const expected: Record<string, string>[] = JSON.parse(
      readFileSync(join(folder, 'csv-spectrum/expected', name.replace('.csv', '.json')), 'utf8'),
    );
    const found = await read(join(folder, 'csv-spectrum', name));
    const rows = found?.rows.map((row) =>
      Object.fromEntries(row.map((cell, i) => [found.header[i], cell])),
    );
    const plain = expected.map((row) =>
      Object.fromEntries(
        Object.entries(row).map(([key, cell]) => [key, cell.replace(/\r\n/g, '\n')]),
      ),
    );
    expect({ name, rows }).toEqual({ name, rows: plain });
  }
});

test('every file of the corpora gets an exact account and a sentence, never a crash', async () => {
  for (const folder of ['nasty-csv', 'multilingual', 'ssda903-synthetic']) {
    const path = realData(folder);
    if (!path) continue;
    for (const name of csvs(path)) {
      const blob = await openAsBlob(join(path, name));
      const [proposal] = await inspectFiles([{ name, blob }]);
      if (!proposal) throw new Error(`no proposal for ${name}`);
      expect(proposal.records).toBeGreaterThanOrEqual(proposal.rejected);
      expect(
        proposal.mapping.length > 0 || proposal.warnings.some(({ level }) => level === 'error'),
      ).toBe(true);
    }
  }
}, 120_000);

test('encodings of the multilingual files', async () => {
  const folder = realData('multilingual');
  if (!folder) return;
  const encodings: Record<string, unknown> = {};
  for (const name of csvs(folder)) {
    const [proposal] = await inspectFiles([{ name, blob: await openAsBlob(join(folder, name)) }]);
    encodings[name] = [proposal?.encoding, proposal?.delimiter, proposal?.rejected];
  }
  expect(encodings).toMatchInlineSnapshot(`
    {
      "gr_greece_latest.csv": [
        "utf-8",
        ",",
        0,
      ],
      "no_barnevern.csv": [
        "utf-8",
        ",",
        0,
      ],
      "no_bosetting_enslige_mindrearige_utf8bom.csv": [
        "utf-8",
        ";",
        0,
      ],
      "no_ssb_utdanning_latin1.csv": [
        "windows-1252",
        ";",
        0,
      ],
      "th_provinces.csv": [
        "utf-8",
        ",",
        0,
      ],
    }
  `);
});
