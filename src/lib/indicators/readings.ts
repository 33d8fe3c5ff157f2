import type { Measure } from '$lib/schema/indicator';
import type { Text } from '$lib/schema/text';

/**
 * The readings of a curve at fixed times: `cif_24h`, `cif_30d` … and, where asked, `waiting_24h` ….
 * Horizons are written as in rulings section 4 (`24h`, `7d`). `front` names a second question and
 * stands before the measure id.
 */
export function readings(
  of: string,
  horizons: readonly string[],
  labels: { cif: Text; waiting?: Text },
  front = '',
): Measure[] {
  const at = (horizon: string) => {
    const number = Number.parseInt(horizon);
    const hours = horizon.endsWith('h');
    const words = {
      en: `${number} ${hours ? 'hours' : 'days'}`,
      nb: `${number} ${hours ? 'timer' : 'dager'}`,
    };
    return { atHours: hours ? number : number * 24, words };
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
