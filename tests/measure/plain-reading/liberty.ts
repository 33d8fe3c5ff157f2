import { codeOf, spanOf, type Cells, type Files } from './cells';
import { childrenOf, type Child } from './children';
import { incidenceRows, shareRows, sorted } from './curve';
import { groupBy, type PlainRow } from './figure-row';
import { detectedIn, groupOfChild, inPopulation, type Months } from './populations';
import { timedOf, withoutEvent, type Timed } from './waiting';

const layerA = [
  'police_cell',
  'pretrial',
  'sentenced',
  'juvenile',
  'immigration',
  'border_transit',
];
const layerB = [...layerA, 'secure_care', 'psychiatric'];
const horizons = { '30d': 30 * 24, '90d': 90 * 24, '365d': 365 * 24 };
const shutPlaces = ['closed_shelter', 'secure_care', 'detention'];

/** A spell of deprivation of liberty, recorded or derived from a placement, in hours since T0. */
interface Spell {
  readonly from: number | null;
  readonly to: number | null;
  /** The widest that a layer must be to hold it. */
  readonly layer: 'a' | 'b' | 'c';
}

/** ND-01: deprived of liberty within 30, 90, 365 days, and ever, in three layers. */
export function deprivedOfLiberty(files: Files, months: Months, breakdown: string): PlainRow[] {
  const cohort = childrenOf(files).filter(
    (child) => inPopulation(child, 'P-REG') && detectedIn(child, months) && child.isChild,
  );
  return groupBy(cohort, (child) => groupOfChild(child, breakdown)).flatMap(({ by, units }) =>
    (['c', 'b', 'a'] as const).flatMap((layer) => {
      const prefix = layer === 'c' ? '' : `layer_${layer}_`;
      const place = { period: months.id, by };
      const waits = units.map((child) => firstTime(child, layer) ?? 'unknown');
      const ever = units.map((child) =>
        isUnsure(child) ? null : spellsOf(child, layer).length > 0,
      );
      const untimed: PlainRow = {
        ...place,
        measure: 'not_timed_count',
        value: sorted(waits).unknown,
        status: 'ok',
      };
      return [
        ...incidenceRows(place, waits, horizons).map((row) => ({
          ...row,
          measure: `${prefix}${row.measure}`,
        })),
        ...(layer === 'c' ? [untimed] : []),
        ...shareRows(place, `${prefix}ever_share`, ever),
      ];
    }),
  );
}

/** Spells of a layer (rulings S4, S5). */
export function spellsOf(child: Child, layer: 'a' | 'b' | 'c'): Spell[] {
  const recorded = child.events('detention').flatMap((row): Spell[] => {
    const setting = codeOf(row.setting).code ?? 'other';
    const { from, to, valid } = spanOf(row, child.t0);
    const narrow = layerA.includes(setting) ? 'a' : layerB.includes(setting) ? 'b' : 'c';
    return valid ? [{ from, to, layer: narrow }] : [];
  });
  const derived = child
    .events('placements')
    .filter(isShut)
    .flatMap((row): Spell[] => {
      const type = codeOf(row.placement_type).code;
      const { from, to, valid } = spanOf(row, child.t0);
      const narrow = type === 'detention' ? 'a' : type === 'secure_care' ? 'b' : 'c';
      return valid && from !== null ? [{ from, to, layer: narrow }] : [];
    })
    .filter((spell) => !recorded.some((other) => overlap(spell, other)));
  return [...recorded, ...derived].filter((spell) => spell.layer <= layer);
}

function isShut(row: Cells): boolean {
  const free = codeOf(row.free_to_leave).code;
  if (free === 'no') return true;
  return free !== 'yes' && shutPlaces.includes(codeOf(row.placement_type).code ?? '');
}

/** Two spells share time; an open one has no end. */
const overlap = (a: Spell, b: Spell): boolean =>
  a.from !== null && b.from !== null && a.from < (b.to ?? Infinity) && b.from < (a.to ?? Infinity);

/** A placement whose freedom to leave is not known, and no spell at all (ruling ND-01 bounds). */
const isUnsure = (child: Child): boolean =>
  spellsOf(child, 'c').length === 0 &&
  child.events('placements').some((row) => {
    const { from, valid } = spanOf(row, child.t0);
    return valid && from !== null && codeOf(row.free_to_leave).code === null;
  });

/**
 * Hours from T0 to the first spell of the layer: one that runs at T0 counts at once, one that ended
 * before T0 not at all. Null: cannot be timed.
 */
function firstTime(child: Child, layer: 'a' | 'b' | 'c'): Timed | null {
  if (!child.t0 || isUnsure(child)) return null;
  const times = spellsOf(child, layer).flatMap(({ from, to }) =>
    from === null || (to !== null && to < 0) ? [] : [Math.max(0, from)],
  );
  const first = times.length > 0 ? Math.min(...times) : null;
  return timedOf(first, withoutEvent(child, 'hours'));
}
