import type { BreakdownCode } from '$lib/schema/breakdowns';
import type { Breakdown, Indicator, Measure } from '$lib/schema/indicator';
import type { Language } from '$lib/schema/text';

/** One curve of a cumulative-incidence chart: its name and its readings in order of time. */
export interface ChartLine {
  readonly label: string;
  readonly readings: readonly { readonly measure: string; readonly atHours: number }[];
}

/** What a chart draws of a `Released`: ids and labels only, never a number of the data. */
export interface ChartSpec {
  readonly kind: Indicator['chart'] | 'pyramid' | 'pairs';
  /** Starts every id inside the SVG: unique on the page, letters, digits and hyphens. */
  readonly id: string;
  /** Pixels, 300–900. */
  readonly width: number;
  readonly language: Language;
  /** Accessible name of the picture. */
  readonly title: string;
  /** Headline measure, its label and its unit. */
  readonly measure: string;
  readonly label: string;
  readonly unit: Measure['unit'];
  /** Measure of the rows of unknown labels, where it is not the headline measure. */
  readonly unknownMeasure?: string;
  /** Measure printed beside the bars of programmes, in days. */
  readonly daysMeasure?: string;
  /** Sub-questions of a shares chart, a row each, headline first. */
  readonly rows?: readonly { readonly measure: string; readonly label: string }[];
  /** Whether a child may be in several rows of a composition. */
  readonly multiple?: boolean;
  /** Curves of a chart of readings at fixed times, headline first. */
  readonly lines: readonly ChartLine[];
  /** Breakdown column whose codes are series or rows; null draws the total. */
  readonly series: string | null;
  /** Codes of the breakdown in code-list order; null where the set is open: then by code. */
  readonly codes: readonly BreakdownCode[] | null;
  /** Columns of a chart of what follows what, and their names. */
  readonly pair?: readonly [first: Breakdown, later: Breakdown];
  readonly pairNames?: readonly [first: string, later: string];
  /** In which groups the shares of a pyramid of a composition add up. */
  readonly within?: 'age_band' | 'gender';
  /** Period of kinds that draw a single one; the last one if left out. */
  readonly period?: string;
}
