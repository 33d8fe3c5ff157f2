import { JSDOM } from 'jsdom';
import { chartOf } from '$lib/charts/chart-of';
import type { ChartSpec } from '$lib/charts/chart-spec';
import type { Released } from '$lib/disclosure/released';

/** A document without layout, as unit tests have it. */
export const { document } = new JSDOM('').window;

/** The chart as text, one element a line; '' where nothing is drawn. */
export const drawn = (released: Released, spec: ChartSpec): string =>
  chartOf(released, spec, { document })?.outerHTML.replaceAll('><', '>\n<') ?? '';
