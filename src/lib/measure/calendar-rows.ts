import type { DraftRow } from '$lib/disclosure/draft';
import { cliffMonths, type CalendarProgramme, type CalendarSpan } from './calendar-programme';
import { dayOf, isoDay, lengthOf, monthsOf, type Run } from './grant-days';
import { addMonths } from './period';
import type { Request } from './request';

type By = Readonly<Record<string, string>>;

/**
 * What the grants alone say: days without money, how long grants are, and each grant, gap, overlap and
 * end as a spell of its own. Nothing of it is about children and no amount is in it.
 */
export function calendarRows(
  { indicator }: Request,
  span: CalendarSpan,
  programmes: readonly CalendarProgramme[],
  byProgramme: boolean,
  invalid: boolean,
): DraftRow[] {
  const measureOf = (reads: string) => indicator.measures.find((one) => one.reads === reads);
  const groups: (readonly [By, readonly CalendarProgramme[]])[] = [
    [{}, programmes],
    ...(byProgramme ? programmes.map((one) => [{ programme: one.programme }, [one]] as const) : []),
  ];
  const numbers = groups.flatMap(([by, of]): DraftRow[] => {
    const inside = of.flatMap(({ days }) => (days ? [days] : []));
    const existed = sum(inside.map((one) => one.existed));
    const unknown = sum(inside.map((one) => one.unknown));
    const base = {
      ...{ period: span.id, by, n: inside.length, unknown, counts: [], statistic: 'S-N' },
      marks: [
        ...(of.some(({ grants }) => grants.some(({ end }) => end === null)) ? ['open'] : []),
        ...(invalid ? ['invalid rows left out'] : []),
      ],
    };
    const days = (which: 'known' | 'ifNo' | 'ifYes') =>
      sum(inside.map((one) => one.unfunded[which]));
    const ended = of.flatMap(({ grants }) =>
      grants.flatMap(({ start, end }) =>
        end === null ? [] : [monthsOf({ first: start, last: end })],
      ),
    );
    const long = ended.filter((months) => months >= 24).length;
    const row = (reads: string, value: number | null, more: Partial<DraftRow> = {}): DraftRow[] => {
      const measure = measureOf(reads);
      const status = value === null ? 'undefined' : 'ok';
      return measure
        ? [{ ...base, measure: measure.id, unit: measure.unit, value, status, ...more }]
        : [];
    };
    const unfunded = row('days', existed ? days('known') : null, {
      ...{ numerator: days('known'), denominator: existed },
      ...(inside.length ? {} : { missing: 'not recorded' as const }),
    });
    const band = (end: 'no' | 'yes', value: number) =>
      unfunded.map((one) => ({
        ...one,
        measure: `${one.measure}_if_unknown_${end}`,
        value,
        numerator: value,
      }));
    return [
      ...unfunded,
      ...(unknown && existed ? [...band('no', days('ifNo')), ...band('yes', days('ifYes'))] : []),
      ...row('grant length', median(ended), { n: ended.length, unknown: 0 }),
      ...row('long grants', ended.length ? long / ended.length : null, {
        ...{
          numerator: long,
          denominator: ended.length,
          n: ended.length,
          unknown: 0,
          statistic: 'S-P',
        },
      }),
    ];
  });
  return [...numbers, ...(byProgramme ? programmes.flatMap((one) => spellsOf(one, span)) : [])];
}

/** Every stretch of days of one programme. */
function spellsOf({ programme, grants, days }: CalendarProgramme, span: CalendarSpan): DraftRow[] {
  const spell = (
    measure: string,
    { first, last }: { first: number; last: number | null },
    by: By,
    more: Partial<DraftRow> = {},
  ): DraftRow => ({
    ...{ measure, unit: 'days', statistic: 'S-N', status: 'ok', counts: [], marks: [] },
    period: `${isoDay(first)}..${last === null ? '' : isoDay(last)}`,
    by: { programme, ...by },
    value: last === null ? null : lengthOf({ first, last }),
    ...(last === null
      ? { missing: 'not recorded' as const, status: 'undefined', marks: ['open'] }
      : {}),
    ...more,
  });
  const numbered = (measure: string, name: string, runs: readonly Run[]) =>
    runs.map((run, i) => spell(measure, run, { [name]: String(i + 1) }));
  const cliffs = cliffMonths.map(
    (months) =>
      [months, dayOf(`${addMonths(isoDay(span.cutoff + 1).slice(0, 7), months)}-01`) - 1] as const,
  );
  const last = days?.last ?? null;
  const soon = last === null ? undefined : cliffs.find(([, until]) => last < until + 1);
  return [
    ...grants.flatMap((grant, i) => {
      const { start, end, covers, modality, payment } = grant;
      const by = { grant: String(i + 1), modality, covers: covers ?? 'unknown' };
      const signed = spell('grant_days', { first: start, last: end }, by);
      const first = payment === null ? start : Math.max(start, payment);
      const none = payment === null || (end !== null && first > end);
      const paid = none
        ? { value: null, status: 'undefined' as const, missing: 'not recorded' as const, marks: [] }
        : {};
      return [signed, spell('paid_days', { first: none ? start : first, last: end }, by, paid)];
    }),
    ...numbered('gap_days', 'gap', days?.gaps ?? []),
    ...numbered('overlap_days', 'overlap', days?.overlaps ?? []),
    ...(days
      ? [
          spell(
            'days_ahead',
            { first: span.cutoff + 1, last },
            { programme },
            {
              period: last === null ? 'open' : isoDay(last),
              value: last === null ? null : last - span.cutoff,
              marks: [
                ...(last === null ? ['open'] : []),
                ...(days.successor === null ? [] : [days.successor ? 'successor' : 'no successor']),
                ...(soon ? [`cliff ${soon[0]}`] : []),
              ],
            },
          ),
        ]
      : []),
  ];
}

const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);

function median(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  const [low, high] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]];
  return low === undefined || high === undefined ? null : (low + high) / 2;
}
