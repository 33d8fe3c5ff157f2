import type { Released } from '$lib/disclosure/released';

/**
 * A file name from the view alone: indicator, period or breakdown, view, and that the data are made up. Lower
 * case, letters, digits, dots and hyphens; nothing from a cell or a file of the user.
 */
export function fileName(
  { indicator, mode, synthetic }: Pick<Released, 'indicator' | 'mode' | 'synthetic'>,
  subject: string,
  kind: 'csv' | 'svg' | 'png' | 'txt',
): string {
  const words = [indicator, subject.replace('..', '-to-'), mode, ...(synthetic ? ['made-up'] : [])];
  const name = words
    .map((word) =>
      word
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, '-')
        .replace(/^-|-$/g, ''),
    )
    .filter(Boolean)
    .join('_');
  return `${name}.${kind}`;
}
