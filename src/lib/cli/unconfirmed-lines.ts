import type { ImportReport } from '$lib/ingest/import-report';

/** Columns that were read by more than their exact name although nobody confirmed it, a line a file. */
export function unconfirmedLines(reports: readonly ImportReport[]): string[] {
  return reports.flatMap(({ file, mapping }) => {
    const read = mapping.filter(
      ({ target, tier, waits }) =>
        target !== null && !waits && ['synonym', 'fuzzy', 'content'].includes(tier),
    );
    const names = read.map(
      ({ source, target, tier }) =>
        `${source} → ${target} (${tier === 'fuzzy' ? 'likeness' : tier})`,
    );
    return names.length
      ? [
          `${file}: read without confirmation: ${names.join(', ')}. A recipe confirms them; --confirm exact asks first.`,
        ]
      : [];
  });
}
