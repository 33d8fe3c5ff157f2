import type { Engine, EngineError } from '$lib/engine/engine';
import type { Attempt } from '$lib/engine/self-test';
import type { Released } from '$lib/disclosure/released';
import { catalogue, indicatorOf } from '$lib/indicators/catalogue';
import type { FileLook } from '$lib/ingest/file-look';
import type { Drift } from '$lib/ingest/drift';
import type { Decisions } from '$lib/ingest/import-files';
import type { ImportReport } from '$lib/ingest/import-report';
import type { Recipe } from '$lib/ingest/recipe';
import type { checkFiles, CheckResult } from '$lib/measure/check-files';
import type { Uniqueness } from '$lib/measure/uniqueness';
import type { View } from '$lib/measure/view';
import type { DatasetFacts } from '$lib/schema/dataset';
import { inLanguage } from '$lib/schema/in-language';
import type { Language, Text } from '$lib/schema/text';
import { changes } from './changes.svelte';
import { nothingDecided, type Choice, type Loaded, type Status } from './choice';
import { demoName, nameOf, noName } from './dataset-name';
import { earlier } from './earlier.svelte';
import { failedStatus } from './failed-status';
import { failureWords } from './failure-words';

export { driftByReport } from '$lib/ingest/drift';
export { driftWords, keysWords, missingFilesWords } from '$lib/ingest/drift-words';
export { identifierKinds } from '$lib/ingest/identifier-kinds';
export { encodings } from '$lib/ingest/import-report';
export type { ColumnLook, FileLook } from '$lib/ingest/file-look';
export type { ImportReport, Decisions };

/**
 * The one data set of the page. Files stay in memory; nothing persists. A new import is loaded into
 * an engine of its own, so that a file that cannot be read leaves the data before it as they were.
 */
class Dataset {
  status = $state.raw<Status>({ is: 'empty' });
  /** Account of the files chosen last, whether or not they could be loaded. */
  reports = $state.raw<readonly ImportReport[]>([]);
  /** What changed since the mapping was saved that the files were read with; null without one. */
  drift = $state.raw<Drift | null>(null);
  facts = $state.raw<DatasetFacts | null>(null);
  name = $state.raw<Text>(noName);
  files = $state.raw<readonly File[]>([]);
  canUndo = $state.raw(false);
  /** Rises with every load, so that figures know when they are stale. */
  version = $state.raw(0);

  #spare: Promise<Engine> | null = null;
  #loaded: Loaded | null = null;
  #pending: Choice | null = null;
  #before: (Choice & Partial<Pick<Loaded, 'at'>>)[] = [];
  #recipe: Recipe | null = null;
  #abort: AbortController | null = null;

  get #choice(): Choice | undefined {
    return this.#pending ?? this.#loaded?.choice;
  }

  /** How the files chosen last are read; nothing below an exact name is applied unconfirmed. */
  get reading() {
    const choice = this.#choice;
    const recipe = choice?.mapping ?? undefined;
    return { decisions: choice?.decisions, recipe, confirm: 'exact' } as const;
  }

  /** Starts the engine while the user reads. */
  boot(): void {
    this.#spare ??= machinery().then(({ startEngine }) =>
      startEngine((reason) => void this.#ended(reason)),
    );
    this.#spare.catch(() => (this.#spare = null));
  }

  /** Loads the made-up country. */
  async openDemo(): Promise<void> {
    const { demoCountry } = await machinery();
    const files = demoCountry().map(
      ({ name, text }) => new File([text], name, { type: 'text/csv' }),
    );
    const choice = { name: demoName, files, decisions: nothingDecided, synthetic: true };
    await this.#load({ ...choice, mapping: this.#recipe });
  }

  /**
   * Loads files; where one needs a decision first, `status` becomes `deciding`. A saved mapping among
   * them is used for the others.
   */
  async importFiles(all: readonly File[]): Promise<void> {
    const saved = all.length > 1 ? all.find((file) => /\.json$/i.test(file.name)) : undefined;
    const used = saved && (await this.#takes(saved));
    const files = used ? all.filter((file) => file !== saved) : all;
    if (!files.length) return;
    const name = nameOf(files.map((file) => file.name));
    const choice = { name, files, decisions: nothingDecided, synthetic: false };
    await this.#load({ ...choice, mapping: this.#recipe });
  }

  /** Whether a file is a saved mapping, which is then used for the files chosen next. */
  async #takes(file: File): Promise<boolean> {
    try {
      await this.useRecipe(await file.text());
      return true;
    } catch {
      return false;
    }
  }

  /** What was decided about the files chosen last. */
  get decided(): Decisions {
    // Asked first, so that whoever reads it hears of new reports.
    void this.reports;
    return this.#choice?.decisions ?? nothingDecided;
  }

  /** Files whose records are in no figure until something is decided about them. */
  get waiting(): readonly ImportReport[] {
    return this.status.is === 'deciding'
      ? this.reports.filter(({ issues }) => issues.some(({ level }) => level === 'error'))
      : [];
  }

  /** Puts decisions in the place of all before and loads the files chosen last again. */
  async readAgain(decisions: Decisions): Promise<void> {
    const choice = this.#choice;
    if (choice) await this.#load({ ...choice, decisions });
  }

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

  /** Goes back to the data loaded before, or that still are where the last files were not loaded. */
  async undo(): Promise<void> {
    if (this.status.is === 'deciding' && this.#loaded) {
      this.#pending = null;
      this.#show();
      this.status = { is: 'ready' };
      return;
    }
    const choice = this.#before.pop();
    if (!choice) return;
    await this.#load(choice, false);
  }

  /** Stops a running import; what was loaded before stays. */
  cancel(): void {
    this.#abort?.abort();
  }

  /** Forgets everything and frees the engine's memory. */
  async clear(): Promise<void> {
    this.cancel();
    const before = this.#loaded;
    this.#loaded = this.#pending = null;
    this.#before = [];
    changes.forget();
    earlier.close();
    this.#show();
    this.status = { is: 'empty' };
    before?.closeGate();
    await before?.engine.close();
    this.boot();
  }

  /** Forgets everything, a mapping for the next files too, and ends the waiting engine as well. */
  async wipe(): Promise<void> {
    const spare = this.#spare;
    this.#spare = this.#recipe = null;
    await this.clear();
    await (await spare?.catch(() => null))?.close();
  }

  /** The mapping of the loaded files, with what they were like, as JSON without any record. */
  async recipe(): Promise<string> {
    if (!this.#loaded) throw new Error('no data with a mapping');
    const { recipeJson } = await machinery();
    return recipeJson(this.#loaded.engine, this.#loaded);
  }

  /** Uses a saved mapping for the files chosen next. Throws a `WordedError` on anything else. */
  async useRecipe(json: string): Promise<void> {
    const { parseRecipe } = await machinery();
    this.#recipe = parseRecipe(json);
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
    this.boot();
    const { selfTest } = await machinery();
    return selfTest(this.#loaded?.engine ?? (await this.#spare!));
  }

  /** One figure under a view, through the gate. Rejects with `AbortError` when aborted. */
  async figure(id: string, view: View, signal?: AbortSignal): Promise<Released> {
    const indicator = indicatorOf(id);
    const source = this.#loaded;
    if (!indicator || !source) throw new Error('no data to compute from');
    const { figure } = await machinery();
    const released = await figure(source, indicator, view, signal);
    return earlier.marked(released, source, { indicator, view, signal });
  }

  /** The last import of other files than those loaded, if there was one. */
  get importBefore() {
    void this.version;
    return this.#before.findLast(({ files }) => files !== this.#loaded?.choice.files) ?? null;
  }

  /** Loads that import beside this one, so that every figure is held against it. */
  async openEarlier(): Promise<void> {
    const chosen = this.importBefore;
    const linkage = this.#loaded?.choice.linkage;
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
    if (!this.#loaded || this.#loaded.prepared.files.all < 20_000) return;
    const { engine, prepared } = this.#loaded;
    const { cubesOf, childBreakdowns } = await machinery();
    await cubesOf(prepared).makeAhead(engine, childBreakdowns, signal);
  }

  /** The rules between rows and files, against what is loaded. Rejects with `AbortError` when aborted. */
  async check(options: Parameters<typeof checkFiles>[2]): Promise<readonly CheckResult[]> {
    if (!this.#loaded) throw new Error('no data to check');
    const { checkFiles } = await machinery();
    return checkFiles(this.#loaded, catalogue, options);
  }

  /** Classes of the loaded case files; null without any. Rejects with `AbortError` when aborted. */
  async uniqueness(options: { signal?: AbortSignal }): Promise<Uniqueness | null> {
    if (!this.#loaded) throw new Error('no data to count in');
    const { uniqueness } = await machinery();
    return uniqueness(this.#loaded, options);
  }

  /** What figures are computed from; null without data. */
  get loaded(): Loaded | null {
    return this.#loaded;
  }

  /** Puts the same data, prepared with other decisions, in the place of those before. */
  relinked(loaded: Loaded): void {
    this.#loaded = loaded;
    this.version += 1;
  }

  async #load(choice: Choice, remember = true): Promise<void> {
    this.#abort?.abort();
    const abort = (this.#abort = new AbortController());
    const { signal } = abort;
    const before = this.#loaded;
    this.#pending = choice;
    this.boot();
    this.status = { is: 'booting' };
    // The files are read while the engine may still be starting.
    const booting = this.#spare!;
    this.#spare = null;
    try {
      const { importDrift, importFiles, prepare, openGate } = await machinery();
      signal.throwIfAborted();
      const files = choice.files.map((file) => ({ name: file.name, blob: file }));
      const result = await importFiles(files, booting, {
        ...this.reading,
        synthetic: choice.synthetic,
        signal,
        onProgress: (progress) => {
          if (!signal.aborted) this.status = { is: 'importing', progress };
        },
      });
      const linkage = choice.linkage ?? choice.mapping?.linkage;
      const { reports, facts, loaded } = result;
      const recipe = linkage ? { ...result.recipe, linkage } : result.recipe;
      const engine = await booting;
      const drift = await importDrift(engine, choice.mapping, result);
      signal.throwIfAborted();
      this.drift = drift;
      this.reports = reports;
      this.files = choice.files;
      if (!loaded || !facts) {
        await engine.close();
        this.canUndo ||= this.#loaded !== null;
        this.status = { is: 'deciding' };
        return;
      }
      const prepared = await prepare(engine, facts, signal, linkage);
      const gate = await openGate();
      if (signal.aborted) gate.closeGate();
      signal.throwIfAborted();
      if (remember && before) this.#before.push({ ...before.choice, at: before.at });
      const loadedAt = { at: Date.now(), choice: { ...choice, linkage } };
      const now = { ...loadedAt, engine, facts, prepared, ...gate, reports, recipe, drift };
      this.#loaded = now;
      earlier.close();
      this.#pending = null;
      this.#recipe = null;
      this.#show();
      this.status = { is: 'ready' };
      before?.closeGate();
      if (before)
        await changes.compare(
          { ...before, name: before.choice.name },
          { ...now, name: choice.name },
        );
      await before?.engine.close();
    } catch (error) {
      if (this.#abort === abort) this.#afterFailure(error, signal.aborted);
      const engine = await booting.catch(() => null);
      if (engine && this.#loaded?.engine !== engine) await engine.close().catch(() => undefined);
    } finally {
      if (!this.#spare) setTimeout(() => this.boot());
    }
  }

  #afterFailure(error: unknown, cancelled: boolean): void {
    if (cancelled) {
      this.#pending = null;
      this.#show();
      this.status = { is: this.#loaded ? 'ready' : 'empty' };
      return;
    }
    this.status = failedStatus(error, this.#loaded !== null);
  }

  /** A trap of the wasm: the files are still at hand, so the data are loaded again by themselves. */
  async #ended(reason: EngineError): Promise<void> {
    this.#spare = null;
    const lost = this.#loaded?.choice;
    if (!lost || this.status.is === 'importing') return;
    this.#loaded?.closeGate();
    this.#loaded = null;
    await this.#load(lost, false);
    if (!this.#loaded)
      this.status = { is: 'failed', message: reason.words, todo: failureWords.chooseAgain };
  }

  #show(): void {
    this.facts = this.#loaded?.facts ?? null;
    this.name = this.#loaded?.choice.name ?? noName;
    this.drift = this.#loaded?.drift ?? null;
    this.reports = this.#loaded?.reports ?? [];
    this.files = this.#loaded?.choice.files ?? [];
    this.canUndo = this.#before.length > 0;
    this.version += 1;
  }
}

/** Everything heavy, loaded while the user reads and never while the pages are written. */
const machinery = () => import('./machinery');

/** The page's data set. */
export const dataset = new Dataset();
