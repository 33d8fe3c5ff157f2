import { execFile, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { buildCli, root } from '../../bin/ready.js';

/** Builds the command line if it is missing or older than its sources, and gives a folder of its own. */
export function cliFolder(): { path: (name: string) => string; write: typeof writeHere } {
  const folder = mkdtempSync(join(tmpdir(), 'rapporteur-'));
  const path = (name: string) => join(folder, name);
  beforeAll(() => {
    if (!buildCli()) throw new Error('the command line could not be built');
  }, 240_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return { path, write: (name, text) => writeHere(path(name), text) };
}

/** Writes a text file; returns its path. */
function writeHere(path: string, text: string): string {
  writeFileSync(path, text);
  return path;
}

/** Runs `rapporteur …` as a person would. */
export function rapporteur(...words: string[]): {
  code: number | null;
  out: string;
  err: string;
} {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(root, 'bin/rapporteur.js'), ...words],
    { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
  );
  return { code: status, out: stdout, err: stderr };
}

/** {@link rapporteur} beside whatever else runs. */
export function rapporteurBeside(...words: string[]): Promise<ReturnType<typeof rapporteur>> {
  const options = { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 } as const;
  return new Promise((done) => {
    const child = execFile(
      process.execPath,
      [join(root, 'bin/rapporteur.js'), ...words],
      options,
      (_, out, err) => done({ code: child.exitCode, out, err }),
    );
  });
}
