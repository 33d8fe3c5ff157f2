import { goto } from '$app/navigation';
import { resolve } from '$app/paths';
import { checks } from '$lib/state/checks.svelte';
import { dataset } from '$lib/state/dataset.svelte';
import { estimate } from '$lib/state/estimate.svelte';
import { linkage } from '$lib/state/linkage.svelte';
import { lookedRows } from '$lib/state/looked-rows.svelte';
import { uniqueness } from '$lib/state/uniqueness.svelte';
import { keptViews } from '../filter-bar/kept-views.svelte';
import { forgetFigures } from '../indicators/kept-figures';
import { current } from '../view.svelte';
import { cover } from './cover.svelte';
import { emptyStorage, lookIntoStorage, type Stored } from './storage';

/** What was found when everything was to be gone. */
interface Found {
  readonly records: boolean;
  readonly figures: boolean;
  readonly views: number;
  readonly fragment: string;
  readonly stored: readonly Stored[];
}

/** The end of a session: null until there was one, or since the next began. */
class EndedSession {
  found = $state.raw<Found | null>(null);
  wiping = $state(false);

  /** Drops data, figures, names and what the site could store, then looks whether they are gone. */
  async wipe(): Promise<void> {
    this.wiping = true;
    try {
      await dataset.wipe();
      checks.cancel();
      checks.status = { is: 'none' };
      uniqueness.forget();
      linkage.forget();
      lookedRows.forget();
      estimate.edit(null);
      forgetFigures();
      keptViews.list = [];
      cover.reset();
      await goto(resolve('/') + current.forget(), { replaceState: true });
      await emptyStorage();
      this.found = {
        records: dataset.facts !== null || dataset.files.length > 0,
        figures: document.querySelector('[data-figure], section.figure') !== null,
        views: keptViews.list.length,
        fragment: location.hash.replace(/^#?((ui|out)=\w+&?)*$/, ''),
        stored: await lookIntoStorage(),
      };
    } finally {
      this.wiping = false;
    }
  }

  /** Back to the start page. */
  begin(): void {
    this.found = null;
  }
}

/** The tab's last session. */
export const endedSession = new EndedSession();
