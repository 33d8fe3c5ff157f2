import type { Text } from '$lib/schema/text';
import type { Table } from '$lib/schema/table';
import type { Tier } from './import-report';
import { bestPart, likeness, valuesFit, writtenAs, type Source } from './map-columns';

/** A field that a source column could be read as. */
export interface ColumnCandidate {
  readonly field: string;
  readonly tier: Tier;
  readonly reason: Text;
}

const most = 5;
const plain = new Set(['yes', 'no', 'unknown', 'na']);

/**
 * Fields of a table that a source column could be read as, best first: by its name, whether or not
 * the values fit, and by codes that the values are. A proposal by content is only offered.
 */
export function columnCandidates(table: Table, source: Source, slot: number): ColumnCandidate[] {
  const written = writtenAs(source.header[slot] ?? '');
  const found = new Map<string, ColumnCandidate & { readonly rank: number }>();
  for (const column of table.columns)
    for (const field of column.fields) {
      const by = likeness(written, column, field, undefined);
      if (by) {
        const { name } = bestPart(column, field, source.shapes[slot]);
        if ((found.get(name)?.rank ?? -1) < by.rank)
          found.set(name, { field: name, tier: by.tier, reason: by.reason, rank: by.rank });
      } else if (
        !found.has(field.name) &&
        column.codes.some(({ value }) => !plain.has(value)) &&
        (source.values[slot]?.size ?? 0) > 1 &&
        valuesFit(column, field, source, slot) >= 0.9
      )
        found.set(field.name, { field: field.name, tier: 'content', reason: alike, rank: 0 });
    }
  return [...found.values()]
    .sort((a, b) => b.rank - a.rank)
    .slice(0, most)
    .map(({ field, tier, reason }) => ({ field, tier, reason }));
}

const alike: Text = {
  en: 'nearly all values are codes of it or known words for them',
  nb: 'nesten alle verdiene er koder i den eller kjente ord for dem',
};
