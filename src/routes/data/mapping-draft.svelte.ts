import { dataset, type Decisions, type ImportReport } from '$lib/state/dataset.svelte';

/**
 * Choices about the files on the page that were not read with yet. They belong to one account of the
 * files: when the files are read again, what was decided is the data set's.
 */
class MappingDraft {
  #own = $state.raw<Decisions | null>(null);
  #reports = $state.raw<readonly ImportReport[]>([]);

  get decisions(): Decisions {
    // Asked first, so that whoever reads it hears of new reports.
    const { reports } = dataset;
    return this.#own && this.#reports === reports ? this.#own : dataset.decided;
  }

  /** Keeps choices until the files are read with them. */
  keep(decisions: Decisions): void {
    this.#own = decisions;
    this.#reports = dataset.reports;
  }
}

/** The choices of the page. */
export const mappingDraft = new MappingDraft();
