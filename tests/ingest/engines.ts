import { existsSync } from 'node:fs';
import type { Engine } from '$lib/engine/engine';
import { nodeWasmEngine } from '$lib/engine/node-wasm';
import { importFiles, type ImportOptions, type ImportResult } from '$lib/ingest/import-files';
import type { ImportReport } from '$lib/ingest/import-report';

export type Content = string | Uint8Array<ArrayBuffer> | Blob;

/** One engine for a whole test file: every import replaces what was there. */
let shared: Promise<Engine> | null = null;
export const engine = (): Promise<Engine> => (shared ??= nodeWasmEngine());

/** Imports contents by file name. */
export async function load(
  files: Readonly<Record<string, Content>>,
  options: ImportOptions = {},
): Promise<ImportResult> {
  const chosen = Object.entries(files).map(([name, content]) => ({
    name,
    blob: content instanceof Blob ? content : new Blob([content]),
  }));
  return importFiles(chosen, await engine(), options);
}

/** The report of the only file; checks that its account is exact. */
export function only({ reports }: ImportResult): ImportReport {
  const [report] = reports;
  if (!report || reports.length !== 1) throw new Error('expected one report');
  exact(report);
  return report;
}

/** Throws unless records = accepted + warned + rejected + excluded, each a whole number from 0. */
export function exact(report: ImportReport): void {
  const parts = [report.accepted, report.warned, report.rejected, report.excluded];
  const sum = parts.reduce((all, part) => all + part, 0);
  if (parts.some((part) => !Number.isInteger(part) || part < 0) || sum !== report.records)
    throw new Error(`${report.records} records are not ${parts.join(' + ')}`);
}

export const codes = (report: ImportReport): string[] => report.issues.map(({ code }) => code);

/** The folder of real files beside the project, or null with a note. */
export function realData(folder: string): string | null {
  const path = new URL(`../../../shared/data/${folder}/`, import.meta.url).pathname;
  if (existsSync(path)) return path;
  console.warn(`real files are not here, so nothing was compared with them: ${folder}`);
  return null;
}
