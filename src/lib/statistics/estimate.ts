import type { Status } from './status';

/** One number with its range of chance variation. `null` means that it does not exist. */
export interface Estimate {
  readonly value: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly status: Status;
}

/** An estimate without a number: the status says why. */
export const noEstimate = (status: Status): Estimate => ({
  value: null,
  lower: null,
  upper: null,
  status,
});
