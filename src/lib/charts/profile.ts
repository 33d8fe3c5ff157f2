import type { Released, ReleasedRow } from '$lib/disclosure/released';
import { codesOf } from '$lib/schema/breakdowns';
import type { Text } from '$lib/schema/text';
import type { ChartSpec } from './chart-spec';
import { groupsOf, onePeriod } from './find-rows';
import { periodWords } from '$lib/schema/period-words';
import { numberWords } from './number-words';
import { figureOf, type Figure, type Picture } from './picture';

const lowestWords: Text = { en: 'lowest', nb: 'lavest' };
const scoreWords: Text = { en: 'score', nb: 'poeng' };
const assessments = {
  en: ['assessment', 'assessments'],
  nb: ['vurdering', 'vurderinger'],
} as const;

/**
 * A strip of scores from 0 to 3, one row per item in the order of the checklist. Of a single profile
 * the lowest are marked; of several the dots say how many have a score, and none is compared.
 */
export function profile(released: Released, spec: ChartSpec): Picture {
  const rows = released.rows.filter(
    ({ measure, by }) => measure === spec.measure && 'checklist_item' in by,
  );
  const period = onePeriod(rows, spec);
  const own = rows.filter((row) => row.period === period);
  const profiles = new Set(own.map(({ by }) => JSON.stringify({ ...by, checklist_item: '' })));
  const least = Math.min(...own.map(scoreOf));
  const items = { ...spec, series: 'checklist_item', codes: codesOf('checklist_item') };
  const series = groupsOf(own, items).map(({ code, label }) => {
    const of = own.filter(({ by }) => by.checklist_item === code);
    if (profiles.size > 1)
      return { label, unknown: false, figures: [0, 1, 2, 3].flatMap((at) => spread(of, at, spec)) };
    const figure = figureOf(of[0], spec);
    const lowest = figure.shown?.value === least;
    const words = lowest ? `${figure.words}, ${lowestWords[spec.language]}` : figure.words;
    return { label, unknown: false, lowest, figures: [{ ...figure, words }] };
  });
  return { shape: 'strip', series, tableOnly: [], period: periodWords(period, spec.language) };
}

const scoreOf = ({ value }: ReleasedRow): number => (value.is === 'value' ? value.value : Infinity);

/** How many of some profiles have a score; nothing where none has. */
function spread(rows: readonly ReleasedRow[], score: number, spec: ChartSpec): Figure[] {
  const number = rows.filter((row) => scoreOf(row) === score).length;
  if (number === 0) return [];
  const noun = assessments[spec.language][number === 1 ? 0 : 1];
  return [
    {
      ...{
        at: score,
        place: '',
        gap: null,
        provisional: false,
        signs: '',
        broken: false,
        unstable: false,
      },
      said: `${scoreWords[spec.language]} ${score}`,
      shown: { value: score, count: number },
      words: `${numberWords(number, 'items', spec.language)} ${noun}`,
    },
  ];
}
