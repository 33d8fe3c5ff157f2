import type { Released } from '$lib/disclosure/released';
import type { Indicator } from '$lib/schema/indicator';
import type { Language } from '$lib/schema/text';

/** What a saved figure says of itself beside its numbers. */
export interface FileContext {
  readonly indicator: Indicator;
  readonly language: Language;
  /** Period of the view, as in the rows: `all`, `2024` …; several are joined by the caller. */
  readonly period: string;
  /** Names of the files the figures were computed from. */
  readonly sources: readonly string[];
}

/** A picture needs the figures too, for their notes and to refuse a Working view. */
export interface PictureContext extends FileContext {
  readonly released: Released;
  /** Short finding over the chart; the title of the indicator if left out. */
  readonly headline?: string;
  /** Measure, unit, group and period in words. */
  readonly subtitle?: string;
}
