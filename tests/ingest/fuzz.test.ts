import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Engine } from '$lib/engine/engine';
import { nativeEngine } from '$lib/engine/native';
import { importFiles, inspectFiles } from '$lib/ingest/import-files';
import { inspectFile } from '$lib/ingest/inspect-file';
import { goodRecords } from '$lib/ingest/well-formed';
import { sql } from '$lib/schema/sql';
import { engine, exact } from './engines';
import { harmedFile } from './mutate';
import { dice } from './random-table';
import { textRows, workbookParts, writeZip } from './write-xlsx';

const rounds = process.env.SOAK ? 5000 : 500;
/** One file in so many goes into an engine as well. */
const every = 50;
const longestMs = 5000;
/** Time on the processor: other work on the machine does not count. */
const busyMs = (since: NodeJS.CpuUsage) => process.cpuUsage(since).user / 1000;
let native: Engine;
beforeAll(async () => {
  [native] = await Promise.all([nativeEngine(), engine()]);
});
afterAll(() => native.close());

test('harmed files never crash or hang, and every record is accounted for', async () => {
  let [tables, rejected] = [0, 0];
  for (let seed = 1; seed <= rounds; seed++) {
    const rolled = dice(seed);
    const { bytes, how } = harmedFile(rolled);
    const about = `seed ${seed}: ${how.join(', ')}`;
    const packed = !rolled.draw(10);
    const blob = new Blob([packed ? new Uint8Array(gzipSync(bytes)) : bytes]);
    const file = { name: packed ? 'funding.csv.gz' : 'funding.csv', blob };
    const started = process.cpuUsage();
    const { proposal, ready } = await inspectFile({ ...file, chosen: 0 }, {});
    if (ready) {
      tables++;
      rejected += proposal.rejected;
      const { scan, blob: text } = ready.scanned;
      expect(scan.good + scan.rejected, about).toBe(proposal.records);
      // Every byte below the header is in one good record, one rejected record or a blank line.
      const taken = [...scan.ranges, ...scan.rejects.map((one) => [one.byteStart, one.byteEnd])];
      taken.sort((a, b) => a[0]! - b[0]!);
      expect(taken[0]?.[0] ?? text.size, about).toBeGreaterThan(0);
      for (const [i, [from, to]] of taken.entries()) {
        const before = taken[i - 1]?.[1] ?? from;
        expect(from, about).toBeGreaterThanOrEqual(before!);
        const between = await text.slice(before, from).text();
        expect(between.trim(), about).toBe('');
        expect(to, about).toBeGreaterThan(from!);
      }
      let read = 0;
      for await (const rows of goodRecords(text, scan, ready.scanned)) read += rows.length;
      expect(read, about).toBe(scan.good);
    } else expect(proposal.stops, about).toBe(true);
    if (seed % every === 0) {
      const into = seed % (2 * every) ? await engine() : native;
      const { reports, loaded } = await importFiles([file], into);
      reports.forEach(exact);
      expect(reports[0]?.records, about).toBe(proposal.records);
      if (loaded && reports[0]?.table === 'funding') {
        const [kept] = await into.query(sql`SELECT count(*)::INT AS n FROM funding`);
        expect(kept?.n, about).toBe(reports[0].accepted + reports[0].warned);
      }
    }
    expect(busyMs(started), about).toBeLessThan(longestMs);
  }
  expect(tables).toBeGreaterThan(rounds / 2);
  expect(rejected).toBeGreaterThan(rounds);
}, 1_800_000);

test('harmed workbooks never crash or hang', async () => {
  let opened = 0;
  for (let seed = 1; seed <= rounds / 5; seed++) {
    const { draw } = dice(seed);
    const rows = Array.from({ length: 2 + draw(9) }, (_, i) => [`G${i}`, 'EUR', '1', '2024-01-01']);
    const header = ['grant_key', 'currency', 'amount_committed', 'start_date'];
    const parts = workbookParts([{ name: 'x', rows: textRows([header, ...rows]) }]);
    const name = Object.keys(parts)[draw(Object.keys(parts).length)]!;
    const part = parts[name]!;
    const at = draw(part.length);
    const harmed = `${part.slice(0, at)}${['', '<', '&', '\u0001', '"'][draw(5)]}${part.slice(at + draw(9))}`;
    const bytes = writeZip(draw(2) ? { ...parts, [name]: harmed } : parts);
    for (let i = draw(4); i > 0; i--) bytes[draw(bytes.length)]! ^= 1 << draw(8);
    const started = process.cpuUsage();
    const blob = new Blob([draw(4) ? bytes : bytes.slice(0, draw(bytes.length))]);
    for (const { stops, records, rejected } of await inspectFiles([
      { name: 'funding.xlsx', blob },
    ])) {
      if (!stops) opened++;
      expect(records, `seed ${seed}`).toBeGreaterThanOrEqual(rejected);
    }
    expect(busyMs(started), `seed ${seed}`).toBeLessThan(longestMs);
  }
  expect(opened).toBeGreaterThan(0);
}, 600_000);
