import { describe, expect, it } from 'vitest';
import { chartOf } from '$lib/charts/chart-of';
import { specOf } from '$lib/charts/spec-of';
import type { ChartSpec } from '$lib/charts/chart-spec';
import type { ReleasedRow } from '$lib/disclosure/released';
import { catalogue } from '$lib/indicators/catalogue';
import { document } from './drawn';
import { releasedOf, row } from './samples';

const items = ['C10-01', 'C10-02'];

/** Rows that a definition of this chart gives, one value each. */
function rowsOf(spec: ChartSpec): ReleasedRow[] {
  if (spec.kind === 'profile')
    return items.map((item) => row(spec.measure, 'all', { checklist_item: item }, 2));
  if (spec.kind === 'completeness')
    return [row(spec.measure, 'all', { table: 'cases', column: 'gender' }, 0.5)];
  if (spec.kind === 'care-calendar')
    return [row('unfunded_days', '2024-01..2025-12', { programme: 'a' }, 31)];
  const measures = spec.lines.flatMap(({ readings }) => readings.map(({ measure }) => measure));
  const by = spec.series === null ? {} : { [spec.series]: 'a' };
  return [spec.measure, ...measures].map((measure) => row(measure, 'all', by, 0.5));
}

describe.each(catalogue.map((indicator) => [indicator.id, indicator] as const))('%s', (_, one) => {
  it.each(['en', 'nb'] as const)('has a chart of its headline question in %s', (language) => {
    const spec = specOf(one, { id: 'c', width: 820, language });
    expect(one.measures.find(({ id }) => id === spec.measure)?.in).toBeUndefined();
    expect(chartOf(releasedOf(rowsOf(spec)), spec, { document })).not.toBeNull();
  });

  it.each(['en', 'nb'] as const)('names its curves apart in %s', (language) => {
    const { lines } = specOf(one, { id: 'c', width: 820, language });
    expect(new Set(lines.map(({ label }) => label)).size).toBe(lines.length);
    if (lines.length > 1) for (const { label } of lines) expect(label).toMatch(/^\p{Lu}.{3,}/u);
  });
});
