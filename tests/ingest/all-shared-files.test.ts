import { openAsBlob, readdirSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, test } from 'vitest';
import { codes, exact, load, realData } from './engines';

/** A file that is read alone gives nothing in return for these reasons, each said in a sentence. */
const reasons = [
  'not-a-table',
  'empty',
  'no-header',
  'no-records',
  'table-not-recognised',
  'identifier',
];

/** Files that feed nothing alone although an adapter knows them, which its `cannotFeed` says. */
const known = (report: { adapter: string | null }) => report.adapter !== null;

test('every public file beside the project has an exact account or a reason', async () => {
  const folder = realData('');
  if (!folder) return;
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    statSync(join(folder, name)).isFile(),
  );
  expect(names.length).toBeGreaterThan(100);
  for (const name of names.sort()) {
    const blob = await openAsBlob(join(folder, name));
    const { reports, loaded } = await load({ [basename(name)]: blob });
    expect(reports.length, name).toBeGreaterThan(0);
    for (const report of reports) {
      exact(report);
      for (const issue of report.issues) expect(issue.message.en, name).toMatch(/\w.{8}/);
      if (loaded && report.table) continue;
      expect(known(report) || codes(report).some((code) => reasons.includes(code)), name).toBe(
        true,
      );
      expect(report.accepted + report.warned, name).toBe(0);
    }
  }
}, 600_000);
