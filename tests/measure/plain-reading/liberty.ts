import { codeOf, momentOf, startHour, type Cells, type Files, type Moment } from './cells';
import { childrenOf, type Child } from './children';
import { gatedShare, groupBy, mostlyUnknown, type PlainRow } from './figure-row';
import { detectedIn, groupOfChild, inPopulation, type Months } from './populations';
import { incidenceAt, timedOf, withoutEvent, type Timed } from './waiting';

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

/** A spell of deprivation of liberty, recorded or derived from a placement. */
interface Spell {
  readonly started: Moment | null;
  readonly ended: Moment | null;
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
      const row = { period: months.id, by };
      const timed = units.map((child) => firstTime(child, layer)).filter((one) => one !== null);
      const rows: PlainRow[] = [30, 90, 365].map((days) => ({
        ...row,
        measure: `${prefix}cif_${days}d`,
        ...incidenceAt(timed, days),
      }));
      if (layer === 'c')
        rows.push({
          ...row,
          measure: 'not_timed_count',
          value: units.length - timed.length,
          status: 'ok',
        });
      const ever = units.filter((child) => spellsOf(child, layer).length > 0).length;
      const unsure = units.filter((child) => isUnsure(child, layer)).length;
      const known = units.length - unsure;
      rows.push({
        ...row,
        measure: `${prefix}ever_share`,
        numerator: ever,
        denominator: known,
        n: units.length,
        unknown: unsure,
        ...(mostlyUnknown(known, unsure)
          ? { value: null, status: 'bounds_only' }
          : gatedShare(ever, known)),
      });
      return rows;
    }),
  );
}

/** Spells of a layer (rulings S4, S5). */
function spellsOf(child: Child, layer: 'a' | 'b' | 'c'): Spell[] {
  const recorded = child.events('detention').map((row): Spell => {
    const setting = codeOf(row.setting).code ?? 'other';
    return {
      started: momentOf(row, 'started'),
      ended: momentOf(row, 'ended'),
      layer: layerA.includes(setting) ? 'a' : layerB.includes(setting) ? 'b' : 'c',
    };
  });
  const valid = recorded.filter(notBackwards);
  const derived = child
    .events('placements')
    .filter(isShut)
    .map((row): Spell => {
      const type = codeOf(row.placement_type).code;
      return {
        started: momentOf(row, 'started'),
        ended: momentOf(row, 'ended'),
        layer: type === 'detention' ? 'a' : type === 'secure_care' ? 'b' : 'c',
      };
    })
    .filter(notBackwards)
    .filter((spell) => !valid.some((other) => overlap(spell, other)));
  return [...valid, ...derived].filter((spell) => spell.layer <= layer);
}

function isShut(row: Cells): boolean {
  const free = codeOf(row.free_to_leave).code;
  if (free === 'no') return true;
  return free !== 'yes' && shutPlaces.includes(codeOf(row.placement_type).code ?? '');
}

const notBackwards = ({ started, ended }: Spell): boolean =>
  !started || !ended || startHour(ended) >= startHour(started);

/** Two spells share a moment; an open one has no end, one without a start is taken to overlap nothing. */
function overlap(a: Spell, b: Spell): boolean {
  if (!a.started || !b.started) return false;
  const end = (spell: Spell) => (spell.ended ? startHour(spell.ended) : Infinity);
  return startHour(a.started) <= end(b) && startHour(b.started) <= end(a);
}

/** A placement whose freedom to leave is not known, and no spell (ruling ND-01 bounds). */
function isUnsure(child: Child, layer: 'a' | 'b' | 'c'): boolean {
  if (spellsOf(child, layer).length > 0) return false;
  return child.events('placements').some((row) => {
    const { code, why } = codeOf(row.free_to_leave);
    return code === null && why !== 'na';
  });
}

/** Days from T0 to the first spell of the layer that runs at or begins after T0. */
function firstTime(child: Child, layer: 'a' | 'b' | 'c'): Timed | null {
  const { t0 } = child;
  if (!t0) return null;
  const times: number[] = [];
  for (const { started, ended } of spellsOf(child, layer)) {
    if (!started) return null;
    const days = started.day - t0.day;
    const hasEnded = ended !== null && startHour(ended) <= startHour(t0);
    if (startHour(started) >= startHour(t0)) times.push(Math.max(0, days));
    else if (!hasEnded) times.push(0);
  }
  const timed = timedOf(
    times.length > 0 ? Math.min(...times) : null,
    withoutEvent(child, t0, 'days'),
  );
  return timed && timed.time >= 0 ? timed : null;
}
