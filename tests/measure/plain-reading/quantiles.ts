import { mostlyUnknown, type PlainRow } from './figure-row';

const points = { p25: 0.25, median: 0.5, p75: 0.75, p90: 0.9, maximum: 1 };

/** Quartiles and maximum, type 7 (stats, section 1); at least ten known, at most 30 % unknown. */
export function quantileRows(
  place: Pick<PlainRow, 'period' | 'by'>,
  front: string,
  unit: string,
  values: readonly (number | null)[],
  names: readonly (keyof typeof points)[] = ['median', 'p75', 'p90', 'maximum'],
): PlainRow[] {
  const known = values.filter((value) => value !== null).sort((a, b) => a - b);
  const unknown = values.length - known.length;
  const at = (share: number) => {
    const position = share * (known.length - 1);
    const [low, high] = [known[Math.floor(position)] ?? 0, known[Math.ceil(position)] ?? 0];
    return low + (high - low) * (position - Math.floor(position));
  };
  return names.map((name) => ({
    ...place,
    measure: `${front}${name}_${unit}`,
    ...((known.length === 0 || known.length >= 10) && mostlyUnknown(known.length, unknown)
      ? { value: null, status: 'bounds_only' }
      : known.length < 10
        ? { value: null, status: 'too_few' }
        : { value: at(points[name]), status: 'ok' }),
  }));
}
