import type { Attempt } from '$lib/engine/self-test';
import type { Released } from '$lib/disclosure/released';
import { catalogue, indicatorOf } from '$lib/indicators/catalogue';
import type { FileLook } from '$lib/ingest/file-look';
import type { Decisions } from '$lib/ingest/import-files';
import type { ImportReport } from '$lib/ingest/import-report';
import type { checkFiles, CheckResult } from '$lib/measure/check-files';
import type { Uniqueness } from '$lib/measure/uniqueness';
import type { View } from '$lib/measure/view';
import { inLanguage } from '$lib/schema/in-language';
import type { Language } from '$lib/schema/text';
import { earlier } from './earlier.svelte';
import { Intake, machinery } from './intake.svelte';
import { published, type OpenedTable } from './published.svelte';

export { driftByReport } from '$lib/ingest/drift';
export { driftWords, keysWords, missingFilesWords } from '$lib/ingest/drift-words';
export { identifierKinds } from '$lib/ingest/identifier-kinds';
export { encodings } from '$lib/ingest/import-report';
export type { ColumnLook, FileLook } from '$lib/ingest/file-look';
export type { ImportReport, Decisions };

/** The one data set of the page, with what is asked of it: how files are read, figures and checks. */
class Dataset extends Intake {
  /**
   * How the file of a report would be read under some decisions; loads nothing. Null when the file
   * is not there any more. Rejects with `AbortError` when aborted.
   */
  async look(report: number, decisions: Decisions, signal?: AbortSignal): Promise<FileLook | null> {
    const { file, chosen } = this.reports[report] ?? {};
    const source = this.files[chosen ?? report];
    if (!source || !file) return null;
    const options = { ...this.reading, decisions, signal };
    const { lookAt } = await machinery();
    return lookAt({ name: source.name, blob: source }, file, options);
  }

  /** The mapping of the loaded files, with what they were like, as JSON without any record. */
  async recipe(): Promise<string> {
    if (!this.loaded || this.loaded.facts.waiting) throw new Error('no data with a whole mapping');
    const { recipeJson } = await machinery();
    return recipeJson(this.loaded.engine, this.loaded);
  }

  /** The accounts of the files as JSON in one language. */
  account(language: Language): string {
    return JSON.stringify(inLanguage(this.reports, language), null, 2);
  }

  /** The rejected records of a file with line and reason, read from the file the user still holds. */
  async rejectedCsv(file: number, language: Language): Promise<Blob> {
    const report = this.reports[file];
    const source = this.files[report?.chosen ?? file];
    if (!source || !report) throw new Error('no such file');
    const { rejectedCsv } = await machinery();
    return rejectedCsv(source, report, language);
  }

  /** Tries what the engine must refuse. */
  async selfTest(): Promise<readonly Attempt[]> {
    const { selfTest } = await machinery();
    return selfTest(this.loaded?.engine ?? (await this.spare()));
  }

  /** One figure under a view, through the gate. Rejects with `AbortError` when aborted. */
  async figure(id: string, view: View, signal?: AbortSignal): Promise<Released> {
    const indicator = indicatorOf(id);
    const source = this.loaded;
    if (!indicator || !source) throw new Error('no data to compute from');
    const { figure } = await machinery();
    const { tables } = published;
    const released = await figure({ ...source, published: tables }, indicator, view, signal);
    return earlier.marked(released, source, { indicator, view, signal });
  }

  /** As `version`, but for tables published before: Working view is the same beside them. */
  get records(): number {
    return this.version - published.changes;
  }

  /** Takes tables as published before: every figure in Release view is computed anew. */
  openPublished(tables: readonly OpenedTable[]): void {
    if (published.open(tables)) this.version += 1;
  }

  /** Takes one of them away again. */
  closePublished(table: OpenedTable): void {
    published.close(table);
    this.version += 1;
  }

  /** Loads that import beside this one, so that every figure is held against it. */
  async openEarlier(): Promise<void> {
    const chosen = this.importBefore;
    const linkage = this.loaded?.choice.linkage;
    if (chosen && (await earlier.open({ ...chosen, at: chosen.at ?? 0 }, linkage)))
      this.version += 1;
  }

  /** Forgets it again. */
  closeEarlier(): void {
    earlier.close();
    this.version += 1;
  }

  /** Makes ahead what a filter on any column of the children would need. Rejects with `AbortError` when aborted. */
  async makeAhead(signal: AbortSignal): Promise<void> {
    // Fewer rows are counted anew before anybody has noticed.
    if (!this.loaded || this.loaded.prepared.files.all < 20_000) return;
    const { engine, prepared } = this.loaded;
    const { cubesOf, childBreakdowns } = await machinery();
    await cubesOf(prepared).makeAhead(engine, childBreakdowns, signal);
  }

  /** The rules between rows and files, against what is loaded. Rejects with `AbortError` when aborted. */
  async check(options: Parameters<typeof checkFiles>[2]): Promise<readonly CheckResult[]> {
    if (!this.loaded) throw new Error('no data to check');
    const { checkFiles } = await machinery();
    return checkFiles(this.loaded, catalogue, options);
  }

  /** Classes of the loaded case files; null without any. Rejects with `AbortError` when aborted. */
  async uniqueness(options: { signal?: AbortSignal }): Promise<Uniqueness | null> {
    if (!this.loaded) throw new Error('no data to count in');
    const { uniqueness } = await machinery();
    return uniqueness(this.loaded, options);
  }
}

/** The page's data set. */
export const dataset = new Dataset();
