/** One figure of the plain reading; what the texts do not fix is left out. */
export interface PlainRow {
  readonly measure: string;
  readonly period: string;
  readonly by: Readonly<Record<string, string>>;
  readonly numerator?: number | null;
  readonly denominator?: number | null;
  readonly n?: number;
  readonly unknown?: number;
  readonly value: number | null;
  readonly status: string;
}

/** A share under its gates: nothing to divide, fewer than ten known (stats 6.2, ruling M14). */
export function gatedShare(x: number, known: number): Pick<PlainRow, 'value' | 'status'> {
  if (known === 0) return { value: null, status: 'undefined' };
  return known < 10 ? { value: null, status: 'too_few' } : { value: x / known, status: 'ok' };
}

/** More than 30 per cent unknown: only the band (ruling M13). */
export const mostlyUnknown = (known: number, unknown: number): boolean =>
  unknown / (known + unknown) > 0.3;

/** Units by the row of the breakdown they stand in; the total stands alone. */
export function groupBy<T>(
  units: readonly T[],
  groupOf: (unit: T) => Readonly<Record<string, string>>,
): { by: Readonly<Record<string, string>>; units: readonly T[] }[] {
  const groups = new Map<string, { by: Readonly<Record<string, string>>; units: T[] }>();
  for (const unit of units) {
    const by = groupOf(unit);
    const found = groups.get(JSON.stringify(by)) ?? { by, units: [] };
    found.units.push(unit);
    groups.set(JSON.stringify(by), found);
  }
  return [...groups.values()];
}
