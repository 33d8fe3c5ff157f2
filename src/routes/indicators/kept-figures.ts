import type { Released } from '$lib/disclosure/released';

/** So many figures are kept: those of the last few views, so that going back costs nothing. */
export const mostKept = 150;

/** Figures of the page that is open, so that two places of it that say the same ask once. */
const kept = new Map<string, Released>();

/** A figure that this page has, by what it was computed for. */
export const keptFigure = (key: string): Released | null => kept.get(key) ?? null;

/** Keeps a figure until the page is left, other data are loaded, or many later ones were kept. */
export function keepFigure(key: string, released: Released): void {
  kept.delete(key);
  kept.set(key, released);
  if (kept.size <= mostKept) return;
  const [oldest] = kept.keys();
  kept.delete(oldest ?? '');
}

/** Forgets them all. */
export const forgetFigures = (): void => kept.clear();
