import { EngineError, type Engine } from '$lib/engine/engine';
import type { DatasetFacts, MergedCode } from '$lib/schema/dataset';
import type { Issue } from '$lib/schema/issue';
import { createTypes } from '$lib/schema/physical';
import { sql } from '$lib/schema/sql';
import type { Text } from '$lib/schema/text';
import { WordedError } from '$lib/schema/worded-error';
import type { Adapter, AdapterFile } from './adapter';
import { codeNotes } from './code-notes';
import { deriveFacts } from './derive-facts';
import { fileSums } from './file-sums';
import type { ImportProgress, ImportReport } from './import-report';
import type { Decisions } from './decisions';
import type { ChosenFile, FileProposal, InspectOptions } from './file-proposal';
import { extraOf } from './form-lists';
import { inspectFile } from './inspect-file';
import type { Inspected } from './inspected';
import { heldBack, heldIssue } from './held-back';
import { keyless } from './insert-sql';
import { LoadStopped, otherRows } from './load-records';
import { loadTable } from './load-table';
import { mergedCodes, withoutMerged } from './merged-codes';
import { openFiles } from './open-files';
import type { Recipe } from './recipe';
import { reportOf } from './report-of';
import { createStaging, dropStaging, swapIn } from './staging';

export type { ChosenFile, Decisions, FileProposal };

export interface ImportOptions extends Pick<
  InspectOptions,
  'recipe' | 'decisions' | 'confirm' | 'signal'
> {
  readonly onProgress?: (progress: ImportProgress) => void;
  /** The data are made up: marked on every screen and in every file. */
  readonly synthetic?: boolean;
  /** Loads what is ready while other files wait for a decision, as far as no table is split by it. */
  readonly partial?: boolean;
}

/** What came of an import. Without `loaded` the engine holds what it held before. */
export interface ImportResult {
  readonly reports: readonly ImportReport[];
  /** Null when nothing was loaded. */
  readonly facts: DatasetFacts | null;
  readonly recipe: Recipe;
  readonly loaded: boolean;
}

/** How each file would be read. Needs no engine and loads nothing. */
export async function inspectFiles(
  files: readonly ChosenFile[],
  options: InspectOptions = {},
): Promise<FileProposal[]> {
  const proposals: FileProposal[] = [];
  for (const file of await openFiles(files, options.signal))
    proposals.push((await inspectFile(file, options)).proposal);
  return proposals;
}

/**
 * Loads files beside what the engine holds and swaps them in when all are in; an engine that still
 * boots is waited for once the files have been read. One file that stops (identifiers, an open question,
 * unreadable bytes) stops all, or with `partial` those that it must; the reports say why. Rejects with
 * `AbortError` when `signal` aborts and with `EngineError` when the engine fails.
 */
export async function importFiles(
  files: readonly ChosenFile[],
  booting: Engine | Promise<Engine>,
  options: ImportOptions = {},
): Promise<ImportResult> {
  const { signal } = options;
  const inspected: Inspected[] = [];
  const opened = await openFiles(files, signal);
  for (const file of opened) {
    const tell = (phase: ImportProgress['phase']) => (bytesDone: number, records: number) =>
      options.onProgress?.({
        file: file.name,
        phase,
        bytesDone,
        bytesTotal: file.blob.size,
        records,
      });
    tell('reading')(0, 0);
    inspected.push(await inspectFile(file, { ...options, onProgress: tell('scanning') }));
    signal?.throwIfAborted();
  }
  // The engine works in a thread of its own, so the sums cost no time beside it.
  const sums = fileSums(opened, signal);
  sums.catch(() => undefined);
  const withSums = async (reports: readonly ImportReport[]) => {
    const all = await sums;
    return reports.map((report, i) => ({ ...report, sha256: all[i] ?? '' }));
  };
  const recipe: Recipe = {
    rapporteur: 'recipe',
    version: 1,
    files: inspected.flatMap(({ ready }) => (ready ? [ready.recipe] : [])),
    ...(options.recipe?.linkage && { linkage: options.recipe.linkage }),
  };
  const held = heldBack(inspected);
  const waiting = [...(held?.values() ?? [])];
  const reports = inspected.map((one, i) => {
    const report = reportOf(one, opened[i]?.chosen ?? i);
    const out = options.partial ? held?.get(i) : undefined;
    return out && !out.asks ? { ...report, issues: [...report.issues, heldIssue(out)] } : report;
  });
  const feeds = inspected.some(({ ready }) => ready?.table);
  if (!feeds || !held || (waiting.length && !options.partial))
    return { reports: await withSums(reports), facts: null, recipe, loaded: false };

  const engine = await booting;
  try {
    await createTypesOnce(engine);
    await createStaging(engine);
    const now = inspected.map((one, i) => (held.has(i) ? { ...one, ready: null } : one));
    const done = await loadAll(now, reports, engine, options);
    const told = await withSums(done.reports);
    signal?.throwIfAborted();
    await swapIn(engine);
    const facts = waiting.length ? { ...done.facts, waiting } : done.facts;
    return { reports: told, facts, recipe, loaded: true };
  } catch (thrown) {
    // Queued before anything that a later import asks; whoever cancelled does not wait for it.
    const gone = dropStaging(engine).catch(() => undefined);
    if (!signal?.aborted) await gone;
    if (!(thrown instanceof EngineError && thrown.code === 'dead')) signal?.throwIfAborted();
    if (!(thrown instanceof FileStopped)) throw thrown;
    const stopped = reports.map((report, i) =>
      i === thrown.index
        ? {
            ...report,
            issues: [
              ...report.issues,
              { level: 'error' as const, code: 'load-stopped', count: 1, message: thrown.words },
            ],
          }
        : report,
    );
    return { reports: await withSums(stopped), facts: null, recipe, loaded: false };
  }
}

class FileStopped extends WordedError {
  readonly index: number;
  constructor(index: number, words: Text) {
    super(words);
    this.index = index;
  }
}

async function loadAll(
  inspected: readonly Inspected[],
  reports: readonly ImportReport[],
  engine: Engine,
  options: ImportOptions,
): Promise<{ reports: ImportReport[]; facts: DatasetFacts }> {
  const { signal } = options;
  const done = [...reports];
  const columns = new Map<string, Set<string>>();
  const fileNames = new Map<string, string[]>();
  const fed = (table: string, file: string | null, names: readonly string[]) => {
    columns.set(table, new Set([...(columns.get(table) ?? []), ...names]));
    if (file !== null) fileNames.set(table, [...(fileNames.get(table) ?? []), file]);
  };
  const settle = (
    index: number,
    warned: number,
    excluded: number,
    issues: readonly Issue[],
    problems: ImportReport['problems'] = [],
  ) => {
    const report = done[index];
    if (!report) return;
    const accepted = report.records - report.rejected - excluded - warned;
    done[index] = {
      ...report,
      ...{ accepted, warned, excluded, problems },
      issues: [...report.issues, ...issues],
    };
  };
  const merged: MergedCode[] = [];
  let current = 0;
  const stoppable = async <T>(work: Promise<T>): Promise<T> => {
    try {
      return await work;
    } catch (thrown) {
      if (thrown instanceof LoadStopped) throw new FileStopped(current, thrown.words);
      throw thrown;
    }
  };
  const tell = (index: number, phase: ImportProgress['phase']) => {
    const report = done[index];
    if (!report) return;
    current = index;
    const { file, bytes, records } = report;
    const bytesDone = phase === 'checking' ? bytes : 0;
    options.onProgress?.({ file, phase, bytesDone, bytesTotal: bytes, records });
  };
  /** Rows that must stand in each table when all files are in, and the last file that gave some. */
  const standing = new Map<string, { index: number; rows: number }>();
  const adapted = new Map<Adapter, AdapterFile[]>();
  for (const [index, { proposal, ready }] of inspected.entries()) {
    signal?.throwIfAborted();
    if (!ready) continue;
    const { scanned, table, adapter, plan } = ready;
    if (adapter && plan) {
      const file = { index, name: proposal.file, plan, header: ready.header, scanned };
      adapted.set(adapter, [...(adapted.get(adapter) ?? []), file]);
      continue;
    }
    if (!table) continue;
    tell(index, 'loading');
    const fileNo = fileNames.get(table.name)?.length ?? 0;
    const result = await stoppable(
      loadTable(
        engine,
        table,
        fileNo,
        scanned,
        ready.readings,
        extraOf(ready.lists),
        signal,
        ready,
      ),
    );
    tell(index, 'checking');
    const codes = mergedCodes(proposal.file, ready.merged, result.readings);
    merged.push(...codes.map(({ table, column, file, words }) => ({ table, column, file, words })));
    const made = keyless(table, result.readings);
    const keyIssue: Issue[] = made
      ? [
          {
            level: 'note',
            code: 'key-generated',
            column: made,
            count: proposal.records - proposal.rejected - result.excluded,
            message: {
              en: `The file has no ${made}; each row was given a number of its own.`,
              nb: `Filen har ingen ${made}; hver rad har fått et eget nummer.`,
            },
          },
        ]
      : [];
    const names = result.readings.flatMap(({ binding: { column } }) =>
      column.standsInFor ? [column.name, column.standsInFor] : [column.name],
    );
    names.push(...ready.lists.map(({ column }) => column.name));
    const before = standing.get(table.name)?.rows ?? 0;
    standing.set(table.name, { index, rows: before + scanned.scan.good - result.excluded });
    fed(table.name, proposal.file, made ? [made, ...names] : names);
    settle(
      index,
      result.account.warned,
      result.excluded,
      [
        ...keyIssue,
        ...result.account.issues,
        ...result.repaired,
        ...codeNotes(result.readings),
        ...codes.map(({ issue }) => issue),
      ],
      result.problems,
    );
  }
  let population: Text | null = null;
  const cannotFeed: Text[] = [];
  for (const [adapter, files] of adapted) {
    const firstFile = (table: string) => fileNames.get(table)?.length ?? 0;
    const result = await stoppable(adapter.load(engine, files, firstFile, tell, signal));
    for (const { index, warned, excluded, issues } of result.accounts)
      settle(index, warned, excluded, issues);
    for (const [table, names] of Object.entries(result.columns)) {
      fed(table, null, names);
      standing.delete(table);
    }
    for (const [table, names] of Object.entries(result.files))
      for (const name of names) fed(table, name, []);
    population ??= result.population;
    cannotFeed.push(...result.cannotFeed);
  }
  const facts = await deriveFacts(
    engine,
    { columns, files: fileNames, synthetic: options.synthetic ?? false, population, cannotFeed },
    signal,
  );
  for (const [table, { index, rows }] of standing)
    if (facts.tables[table]?.rows !== rows) throw new FileStopped(index, otherRows);
  return { reports: done, facts: withoutMerged(facts, merged) };
}

async function createTypesOnce(engine: Engine): Promise<void> {
  try {
    await engine.query(sql`SELECT 'unknown'::e_missing AS known`);
  } catch (thrown) {
    if (!(thrown instanceof EngineError) || thrown.code !== 'query') throw thrown;
    await engine.run(createTypes());
  }
}
