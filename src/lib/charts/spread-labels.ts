/** A label that wants to stand at `y` (its middle) and takes `height` pixels. */
export interface LabelPlace {
  readonly y: number;
  readonly height: number;
}

/**
 * Middles of labels such that none overlaps, as near to where they want to be as one pass down and
 * one pass up allow. Keeps their order. Runs past `bottom` only if they cannot all fit.
 */
export function spreadLabels(
  labels: readonly LabelPlace[],
  top: number,
  bottom: number,
): readonly number[] {
  const order = labels.map((_, index) => index).sort((a, b) => labels[a]!.y - labels[b]!.y);
  const places: number[] = [...labels.map(({ y }) => y)];
  let edge = top;
  for (const index of order) {
    const half = labels[index]!.height / 2;
    places[index] = Math.max(places[index]!, edge + half);
    edge = places[index]! + half;
  }
  let floor = Math.max(bottom, top + labels.reduce((sum, { height }) => sum + height, 0));
  for (const index of order.reverse()) {
    const half = labels[index]!.height / 2;
    places[index] = Math.min(places[index]!, floor - half);
    floor = places[index]! - half;
  }
  return places;
}
