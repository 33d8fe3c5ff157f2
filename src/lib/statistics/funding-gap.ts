import { isAmount, sum } from './counts';
import type { Status } from './status';

export interface FundingGapInput {
  /** Lines of one budget in one currency and one price year; null is unknown, never 0. */
  readonly lines: readonly { readonly required: number | null; readonly funded: number | null }[];
}

export interface FundingGap {
  readonly required: number | null;
  readonly funded: number | null;
  /** Required − funded over all lines. */
  readonly net_gap: number | null;
  /** What the lines short of money lack, whatever others have too much. The figure to show. */
  readonly unmet_gap: number | null;
  readonly overfunded: number | null;
  /** Funded / required, and the same with no line above its requirement. */
  readonly coverage: number | null;
  readonly capped_coverage: number | null;
  readonly lines_used: number | null;
  readonly lines_excluded: number | null;
  readonly status: Status;
}

/**
 * Gap between money needed and money promised. A line with an unknown amount is left out and
 * counted; nothing required: no coverage. Source: project contract, section 5.
 */
export function fundingGap({ lines }: FundingGapInput): FundingGap {
  const known = lines.filter(
    (line): line is { required: number; funded: number } =>
      line.required !== null && line.funded !== null,
  );
  if (!known.every((line) => isAmount(line.required) && isAmount(line.funded)))
    return {
      required: null,
      funded: null,
      net_gap: null,
      unmet_gap: null,
      overfunded: null,
      coverage: null,
      capped_coverage: null,
      lines_used: null,
      lines_excluded: null,
      status: 'invalid',
    };
  const required = sum(known.map((line) => line.required));
  const funded = sum(known.map((line) => line.funded));
  const met = sum(known.map((line) => Math.min(line.required, line.funded)));
  return {
    required,
    funded,
    net_gap: required - funded,
    unmet_gap: sum(known.map((line) => Math.max(0, line.required - line.funded))),
    overfunded: sum(known.map((line) => Math.max(0, line.funded - line.required))),
    coverage: required > 0 ? funded / required : null,
    capped_coverage: required > 0 ? met / required : null,
    lines_used: known.length,
    lines_excluded: lines.length - known.length,
    status: required > 0 ? 'ok' : 'undefined',
  };
}
