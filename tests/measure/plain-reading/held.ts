import { codeOf, hasHours, hoursSince, momentOf, spanOf, type Cells, type Moment } from './cells';
import type { Child } from './children';

const layerA = [
  'police_cell',
  'pretrial',
  'sentenced',
  'juvenile',
  'immigration',
  'border_transit',
];
const layerB = [...layerA, 'secure_care', 'psychiatric'];
const shutPlaces = ['closed_shelter', 'secure_care', 'detention'];

/** A dated spell of deprivation of liberty, in hours since T0. */
export interface Held {
  readonly from: number;
  /** Infinity while it goes on. */
  readonly to: number;
  readonly start: Moment;
  readonly end: Moment | null;
  /** The start is known by its clock. */
  readonly clock: boolean;
  readonly setting: string | null;
  readonly layer: 'a' | 'b' | 'c';
}

/** Spells of a layer with their clocks: recorded, and derived where none overlaps (rulings S4, S5). */
export function heldSpells(child: Child, layer: 'a' | 'b' | 'c'): Held[] {
  const recorded = child.events('detention').flatMap((row) => {
    const setting = codeOf(row.setting).code;
    const code = setting ?? 'other';
    const narrow = layerA.includes(code) ? 'a' : layerB.includes(code) ? 'b' : 'c';
    return dated(child, row, setting, narrow);
  });
  const derived = child
    .events('placements')
    .filter((row) => {
      const free = codeOf(row.free_to_leave).code;
      if (free === 'no') return true;
      return free !== 'yes' && shutPlaces.includes(codeOf(row.placement_type).code ?? '');
    })
    .flatMap((row) => {
      const type = codeOf(row.placement_type).code;
      const narrow = type === 'detention' ? 'a' : type === 'secure_care' ? 'b' : 'c';
      return dated(child, row, derivedSetting(type), narrow);
    })
    .filter((one) => !recorded.some((other) => one.from < other.to && other.from < one.to));
  return [...recorded, ...derived]
    .filter((spell) => spell.layer <= layer)
    .sort((a, b) => a.from - b.from || order(a.to, b.to) || (named(a) < named(b) ? -1 : 1));
}

/** Two open ends are the same. */
const order = (a: number, b: number): number => (a === b ? 0 : a - b);

/** Unknown settings last. */
const named = ({ setting }: Held): string => setting ?? '~';

/** A derived spell has no setting of its own; the place is the nearest to one (ruling S5). */
function derivedSetting(type: string | null): string | null {
  if (type === 'detention') return null;
  return type === 'closed_shelter' || type === 'secure_care' ? type : 'other';
}

function dated(child: Child, row: Cells, setting: string | null, layer: Held['layer']): Held[] {
  // Offsets count from T0 also where the file does not repeat it.
  const t0 = child.t0 ?? { hour: null, day: 0, offset: true };
  const [start, end] = [momentOf(row, 'started'), momentOf(row, 'ended')];
  if (!start || (!child.t0 && !start.offset) || !spanOf(row, t0).valid) return [];
  const to = end ? hoursSince(t0, end) : Infinity;
  return [
    { from: hoursSince(t0, start), to, start, end, clock: hasHours(t0, start), setting, layer },
  ];
}
