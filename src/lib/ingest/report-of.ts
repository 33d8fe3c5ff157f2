import type { ImportReport } from './import-report';
import type { Inspected } from './inspected';

/**
 * The account before anything is loaded: whatever is not rejected is left out, and the sum of the file is
 * not known yet. `chosen` is the position of the chosen file, from 0.
 */
export function reportOf({ proposal, ready }: Inspected, chosen: number): ImportReport {
  const { encoding, delimiter, quote, newline, headerRow } = proposal;
  const read = encoding && delimiter && newline && headerRow !== null && quote !== null;
  return {
    file: proposal.file,
    chosen,
    table: proposal.table,
    adapter: proposal.adapter,
    bytes: proposal.bytes,
    dialect: read ? { encoding, delimiter, quote, newline, headerRow } : null,
    records: proposal.records,
    accepted: 0,
    warned: 0,
    rejected: proposal.rejected,
    excluded: proposal.records - proposal.rejected,
    blankLines: proposal.blankLines,
    mapping: proposal.mapping,
    codes: proposal.codes,
    identifiers: proposal.identifiers,
    issues: proposal.warnings,
    rejects: ready?.scanned.scan.rejects ?? [],
    problems: [],
    cannotFeed: proposal.cannotFeed,
    sha256: '',
  };
}
