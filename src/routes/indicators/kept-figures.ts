import type { Released } from '$lib/disclosure/released';

/** Figures of the page that is open, so that two places of it that say the same ask once. */
const kept = new Map<string, Released>();

/** A figure that this page has, by what it was computed for. */
export const keptFigure = (key: string): Released | null => kept.get(key) ?? null;

/** Keeps a figure until the page is left or other data are loaded. */
export function keepFigure(key: string, released: Released): void {
  kept.set(key, released);
}

/** Forgets them all. */
export const forgetFigures = (): void => kept.clear();
