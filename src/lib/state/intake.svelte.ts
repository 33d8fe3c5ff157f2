import type { Engine, EngineError } from '$lib/engine/engine';
import type { Drift } from '$lib/ingest/drift';
import type { Decisions } from '$lib/ingest/import-files';
import type { ImportReport } from '$lib/ingest/import-report';
import type { Recipe } from '$lib/ingest/recipe';
import type { DatasetFacts } from '$lib/schema/dataset';
import type { Text } from '$lib/schema/text';
import { changes } from './changes.svelte';
import { nothingDecided, type Choice, type Loaded, type Status } from './choice';
import { demoName, nameOf, noName } from './dataset-name';
import { earlier } from './earlier.svelte';
import { failedStatus } from './failed-status';
import { failureWords } from './failure-words';
import { published } from './published.svelte';
import { vintages } from './vintages.svelte';

/** When the engine for the next import starts: not while the first figures need the processor. */
const spareAfterMs = 10_000;

/**
 * Files on their way into the page's data set. They stay in memory; nothing persists. A new import is
 * loaded into an engine of its own, so that a file that cannot be read leaves the data before it as
 * they were.
 */
export class Intake {
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

  /** The engine that waits for the next import. */
  protected spare(): Promise<Engine> {
    this.boot();
    return this.#spare!;
  }

  /** Loads the made-up country. */
  async openDemo(): Promise<void> {
    const { demoCountry, fetched } = await machinery();
    this.boot();
    // The engine starts in its worker while this thread makes the country.
    await fetched().catch(() => undefined);
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
    return this.status.is === 'deciding' || this.facts?.waiting
      ? this.reports.filter(({ issues }) => issues.some(({ level }) => level === 'error'))
      : [];
  }

  /** Puts decisions in the place of all before and loads the files chosen last again. */
  async readAgain(decisions: Decisions): Promise<void> {
    const choice = this.#choice;
    if (choice) await this.#load({ ...choice, decisions });
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
    vintages.cancel();
    published.forget();
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

  /** Uses a saved mapping for the files chosen next. Throws a `WordedError` on anything else. */
  async useRecipe(json: string): Promise<void> {
    const { parseRecipe } = await machinery();
    this.#recipe = parseRecipe(json);
  }

  /** The last import of other files than those loaded, if there was one. */
  get importBefore() {
    void this.version;
    return this.#before.findLast(({ files }) => files !== this.#loaded?.choice.files) ?? null;
  }

  /** All imports of other files than those loaded, the first one first, each as it was read last. */
  get importsBefore() {
    void this.version;
    const last = ({ files }: Choice) => this.#before.findLast((one) => one.files === files);
    return this.#before.filter(
      (one) => one === last(one) && one.files !== this.#loaded?.choice.files,
    );
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
        // Data that are whole stay until the files after them are whole too.
        partial: !before || Boolean(before.facts.waiting),
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
      // Data in part are nothing to go back to: they were never whole.
      const whole = before && !before.facts.waiting ? before : null;
      if (remember && whole) this.#before.push({ ...whole.choice, at: whole.at });
      const loadedAt = { at: Date.now(), choice: { ...choice, linkage } };
      const now = { ...loadedAt, engine, facts, prepared, ...gate, reports, recipe, drift };
      this.#loaded = now;
      earlier.close();
      this.#pending = null;
      this.#recipe = null;
      this.#show();
      this.status = { is: 'ready' };
      before?.closeGate();
      if (whole)
        await changes.compare({ ...whole, name: whole.choice.name }, { ...now, name: choice.name });
      await before?.engine.close();
    } catch (error) {
      if (this.#abort === abort) this.#afterFailure(error, signal.aborted);
      const engine = await booting.catch(() => null);
      if (engine && this.#loaded?.engine !== engine) await engine.close().catch(() => undefined);
    } finally {
      setTimeout(() => this.boot(), spareAfterMs);
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
export const machinery = () => import('./machinery');
