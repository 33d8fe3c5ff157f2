import type { Indicator } from '$lib/schema/indicator';
import type { Language } from '$lib/schema/text';

/** What the notes of a data file say beside its figures. */
export interface FileContext {
  readonly indicator: Indicator;
  readonly language: Language;
  /** Period of the view, as in the rows: `all`, `2024`, `2023-04..2024-03`. */
  readonly period: string;
  /** Names of the files the figures were computed from. */
  readonly sources: readonly string[];
}

/** The words around a saved chart. */
export interface PictureContext {
  readonly title: string;
  /** Measure, unit, group and period. */
  readonly subtitle: string;
  readonly source: string;
  readonly notes: readonly string[];
  readonly language: Language;
}
