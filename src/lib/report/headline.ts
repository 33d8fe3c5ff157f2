import type { Released } from '$lib/disclosure/released';
import type { Indicator, Measure } from '$lib/schema/indicator';
import type { Language } from '$lib/schema/text';
import { cellWords } from './cell-text';
import { countsRecords } from './counts-records';
import { groupWords } from './group-words';
import { formatNumber, plainNumber } from './number-format';
import { pickRows } from './pick-rows';
import { inPeriod, lowerFirst } from './sentence-piece';

const headlines: Partial<Record<Indicator['statistic']['kind'], readonly Measure['reads'][]>> = {
  count: ['count'],
  composition: ['share'],
  time: ['median', 'cif'],
  incidence: ['rate'],
  'funded-days': ['days'],
};

/**
 * The finding of a figure in a few words, for the latest period: what is recorded, never why. The
 * title where there is no number, with the reason.
 */
export function headline(released: Released, indicator: Indicator, language: Language): string {
  const title = indicator.title[language];
  const picked = pickRows(released, indicator);
  const period = picked.periods.at(-1);
  if (released.unavailable || period === undefined) return title;
  const wanted = headlines[indicator.statistic.kind] ?? [];
  const rows = wanted.flatMap((reads) =>
    indicator.measures
      .filter((measure) => measure.reads === reads)
      .flatMap((measure) =>
        picked.groups.flatMap((group) => {
          const row = picked.at(measure.id, period, group);
          return row ? [{ measure, row }] : [];
        }),
      ),
  );
  const shown = rows.filter(({ row }) => row.value.is === 'value');
  const best = shown[0];
  if (!best) {
    const words = rows[0] ? cellWords(rows[0].row.value, language) : null;
    return words ? `${title}: ${words}` : title;
  }
  const text = ({ row }: (typeof rows)[number]) =>
    row.value.is === 'value' ? formatNumber(row.value.value, row.unit, language) : '';
  const label = lowerFirst(best.measure.label[language]);
  const when = inPeriod(period, language);
  if (indicator.statistic.kind === 'composition')
    return `${title}: ${shown
      .map((one) => `${lowerFirst(groupWords(one.row.by, language))} ${text(one)}`)
      .join(', ')}`;
  if (best.measure.reads === 'count')
    return recorded(countsRecords(released), Number(plainValue(best.row)), when, language);
  if (best.measure.reads === 'median') return `${best.measure.label[language]} ${text(best)}`;
  if (best.measure.reads === 'cif') return `${text(best)} ${label}`;
  if (best.measure.reads === 'rate') return `${text(best)} ${label}, ${when}`;
  return `${best.measure.label[language]}: ${text(best)}, ${when}`;
}

const plainValue = ({ value }: Released['rows'][number]) =>
  value.is === 'value' ? value.value : 0;

function recorded(records: boolean, value: number, when: string, language: Language): string {
  const number = plainNumber(value, language);
  if (language === 'nb')
    return `${number} ${records ? (value === 1 ? 'sak' : 'saker') : 'barn'} registrert ${when}`;
  const noun = records ? 'record' : value === 1 ? 'child' : 'children';
  return `${number} ${noun}${records && value !== 1 ? 's' : ''} recorded ${when}`;
}
