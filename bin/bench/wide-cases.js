import { createReadStream, createWriteStream, existsSync, mkdirSync, renameSync } from 'node:fs';
import { once } from 'node:events';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';

/**
 * A copy of a `cases.csv` of the made-up country with its first columns alone, written once beside it.
 * @param {string} cases path of a file whose cells hold no comma
 * @param {number} columns
 * @returns {Promise<string>} path of the copy, named `cases.csv` too
 */
export async function wideCases(cases, columns) {
  const folder = join(`${dirname(cases)}-${columns}`);
  const path = join(folder, 'cases.csv');
  if (existsSync(path)) return path;
  mkdirSync(folder, { recursive: true });
  const making = `${path}.${process.pid}`;
  const out = createWriteStream(making);
  for await (const line of createInterface({ input: createReadStream(cases) }))
    if (!out.write(`${line.split(',').slice(0, columns).join(',')}\n`)) await once(out, 'drain');
  out.end();
  await once(out, 'finish');
  renameSync(making, path);
  return path;
}
