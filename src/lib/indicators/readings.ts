import type { Measure } from '$lib/schema/indicator';
import type { Text } from '$lib/schema/text';

/** Hours of a horizon's unit; a month is 30.4375 days. */
const hoursOf = { h: 1, d: 24, m: 730.5 } as const;

const names = {
  h: { one: { en: 'hour', nb: 'time' }, many: { en: 'hours', nb: 'timer' } },
  d: { one: { en: 'day', nb: 'dag' }, many: { en: 'days', nb: 'dager' } },
  m: { one: { en: 'month', nb: 'måned' }, many: { en: 'months', nb: 'måneder' } },
} as const;

/** How many waits are closed by the event, and how many were open when last followed: `closed_count`, `open_count`. */
export const openAndClosed = (
  of: string,
  labels: { readonly closed: Text; readonly open: Text },
  unit: Measure['unit'] = 'children',
): Measure[] =>
  (['closed', 'open'] as const).map((reads) => ({
    id: `${reads}_count`,
    unit,
    reads,
    label: labels[reads],
    of,
  }));

/**
 * The readings of a curve at fixed times: `cif_24h`, `cif_30d` … and, where asked, `waiting_24h` ….
 * Horizons are written as in rulings section 4 (`24h`, `7d`, `6m`; ruling M20 for months). `front`
 * names a second question and stands before the measure id.
 */
export function readings(
  of: string,
  horizons: readonly string[],
  labels: { cif: Text; waiting?: Text },
  front = '',
): Measure[] {
  const at = (horizon: string) => {
    const number = Number.parseInt(horizon);
    const unit = horizon.endsWith('h') ? 'h' : horizon.endsWith('m') ? 'm' : 'd';
    const name = names[unit][number === 1 ? 'one' : 'many'];
    const words = { en: `${number} ${name.en}`, nb: `${number} ${name.nb}` };
    return { atHours: number * hoursOf[unit], words };
  };
  const label = (text: Text, words: Text) => ({
    en: `${text.en} ${words.en}`,
    nb: `${text.nb} ${words.nb}`,
  });
  return horizons.flatMap((horizon): Measure[] => {
    const { atHours, words } = at(horizon);
    const cif: Measure = {
      id: `${front}cif_${horizon}`,
      unit: 'share',
      reads: 'cif',
      label: label(labels.cif, words),
      atHours,
      of,
    };
    if (!labels.waiting) return [cif];
    const waiting = label(labels.waiting, words);
    return [
      cif,
      {
        ...cif,
        id: `${front}waiting_${horizon}`,
        unit: 'children',
        reads: 'waiting',
        label: waiting,
      },
    ];
  });
}
