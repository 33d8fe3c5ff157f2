import type { Text } from '$lib/schema/text';
import { dataset, type Decisions } from './dataset.svelte';

/** What was decided about the files at one time, by the name of what was done last. */
interface Step {
  /** Null for the files as they were proposed. */
  readonly name: Text | null;
  readonly decisions: Decisions;
}

/**
 * Decisions about the files on the page, one after the other: each can be undone, done again, or gone
 * back to. A step is the whole of what was decided, so going to it reads the files as they were read
 * then. The list belongs to the files and ends with them.
 */
class Steps {
  #list = $state.raw<readonly Step[]>([]);
  #files = $state.raw<readonly File[]>([]);

  /** All steps, the proposal first. */
  get list(): readonly Step[] {
    const { decided, files } = dataset;
    const known = this.#files === files && this.#list.some((one) => one.decisions === decided);
    return known ? this.#list : [{ name: null, decisions: decided }];
  }

  /** Position of what the files are read with now. */
  get at(): number {
    const { decided } = dataset;
    return this.list.findIndex(({ decisions }) => decisions === decided);
  }

  /** Reads the files with other decisions, as a new step behind the present one. */
  async take(name: Text, decisions: Decisions): Promise<void> {
    this.#list = [...this.list.slice(0, this.at + 1), { name, decisions }];
    this.#files = dataset.files;
    await dataset.readAgain(decisions);
  }

  /** Reads the files as they were read at a step. */
  async go(to: number): Promise<void> {
    const step = this.list[to];
    if (step && to !== this.at) await dataset.readAgain(step.decisions);
  }
}

/** The steps of the page. */
export const steps = new Steps();
