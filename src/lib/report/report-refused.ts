import type { Released } from '$lib/disclosure/released';

/** A file was asked for that must not leave the machine. The message is for the reader. */
export class ReportRefused extends Error {
  override readonly name = 'ReportRefused';
}

/** Throws unless the figures passed the disclosure gate in Release view. */
export function refuseWorking({ mode }: Pick<Released, 'mode'>): void {
  if (mode !== 'release') throw new ReportRefused('Saving is available in Release view.');
}
