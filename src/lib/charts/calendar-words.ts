import type { Cell } from '$lib/disclosure/released';
import type { Language } from '$lib/schema/text';
import { dayWords, type Calendar, type CalendarBar, type CalendarRow } from './calendar';
import { numberWords, reasonWords } from './number-words';
import type { ChartPoint } from './chart-point';

const months = (month: string, language: Language) =>
  new Intl.DateTimeFormat(language === 'nb' ? 'nb-NO' : 'en-GB', {
    ...{ month: 'long', year: 'numeric', timeZone: 'UTC' },
  }).format(new Date(`${month}-01T00:00:00Z`));

/** How the money of a programme ends, in words; '' where no grant is known to pay direct care. */
export function endWords({ end }: CalendarRow, dataEnd: number, language: Language): string {
  const nb = language === 'nb';
  if (!end)
    return nb
      ? 'ikke kjent at noe tilskudd betaler direkte omsorg'
      : 'no grant known to pay direct care';
  if (end.last === null) return nb ? 'et tilskudd er uten sluttdato' : 'a grant has no end date';
  const date = dayWords(end.last, language);
  if (end.last < dataEnd) return nb ? `sluttet ${date}, ingen etter` : `ended ${date}, none after`;
  const cliff =
    end.cliff === null ? '' : nb ? `, innen ${end.cliff} måneder` : `, within ${end.cliff} months`;
  return nb ? `slutter ${date}${cliff}, ingen etter` : `ends ${date}${cliff}, none after`;
}

/** What a grant is, in words. */
export function barWords(bar: CalendarBar, language: Language): string {
  const nb = language === 'nb';
  const to =
    bar.last === null
      ? nb
        ? 'uten slutt'
        : 'without an end'
      : `${nb ? 'til' : 'to'} ${dayWords(bar.last, language)}`;
  const paid =
    bar.paid === null
      ? nb
        ? 'første utbetaling ikke registrert'
        : 'first payment not recorded'
      : `${nb ? 'første utbetaling' : 'paid from'} ${dayWords(bar.paid, language)}`;
  const covers =
    bar.covers === 'yes'
      ? ''
      : bar.covers === 'no'
        ? nb
          ? ', ikke direkte omsorg'
          : ', not for direct care'
        : nb
          ? ', ukjent om direkte omsorg'
          : ', not known whether for direct care';
  return `${nb ? 'tilskudd' : 'grant'} ${bar.number}, ${bar.modality.toLowerCase()}${covers}: ${nb ? 'avtalt' : 'signed'} ${dayWords(bar.first, language)} ${to}; ${paid}`;
}

/** Stops of the keyboard cursor: each grant, gap, overlap and end, then each month of children in care. */
export function calendarPoints(calendar: Calendar, language: Language): ChartPoint[] {
  const nb = language === 'nb';
  const span = ({ first, last }: { first: number; last: number | null }) =>
    `${dayWords(first, language)} ${nb ? 'til' : 'to'} ${last === null ? '…' : dayWords(last, language)}`;
  const said = (cell: Cell) =>
    cell.is === 'value'
      ? numberWords(cell.value, 'children', language)
      : reasonWords[cell.is === 'withheld' ? 'withheld' : cell.why][language];
  const stop = (x: string, text: string, y: number | null = null): ChartPoint => ({ x, y, text });
  const silent = (cell: Cell) => (cell.is === 'value' ? cell.value === 0 : cell.is === 'missing');
  return calendar.rows.flatMap((row) => [
    ...row.bars.map((bar) => stop(row.label, `${row.label}, ${barWords(bar, language)}`)),
    ...row.gaps.map((gap) =>
      stop(
        row.label,
        `${row.label}, ${nb ? 'uten penger' : 'no money'} ${numberWords(gap.days, 'days', language)}: ${span(gap)}`,
        gap.days,
      ),
    ),
    ...row.overlaps.map((one) =>
      stop(
        row.label,
        `${row.label}, ${nb ? 'tilskudd overlapper' : 'grants overlap'}: ${span(one)}`,
      ),
    ),
    stop(row.label, `${row.label}: ${endWords(row, calendar.dataEnd, language)}`),
    ...(row.end ? row.months : []).map(({ month, inCare, unfunded, outside }) =>
      stop(
        month,
        `${row.label}, ${months(month, language)}: ${nb ? 'barn i omsorg' : 'children in care'} ${said(inCare)}; ${nb ? 'av dem på dager uten penger' : 'of them on unfunded days'} ${said(unfunded)}${
          silent(outside)
            ? ''
            : `; ${nb ? 'av de andre før det første eller etter det siste tilskuddet' : 'of the others before the first or after the last grant'} ${said(outside)}`
        }`,
        inCare.is === 'value' ? inCare.value : null,
      ),
    ),
  ]);
}

/** The picture in sentences: gaps and the end of each programme, and how many months are withheld. */
export function calendarSummary(calendar: Calendar, language: Language): string {
  const nb = language === 'nb';
  const withheld = calendar.rows.flatMap(({ months }) =>
    months.filter(({ inCare }) => inCare.is === 'withheld'),
  ).length;
  return [
    ...calendar.rows.map((row) => {
      const gaps = row.gaps.map(({ days }) => numberWords(days, 'days', language)).join(', ');
      return `${row.label}: ${row.bars.length} ${nb ? 'tilskudd' : row.bars.length === 1 ? 'grant' : 'grants'}; ${gaps ? `${nb ? 'uten penger' : 'without money'} ${gaps}; ` : ''}${endWords(row, calendar.dataEnd, language)}.`;
    }),
    calendar.care ? '' : refusedWords[language],
    withheld ? `${nb ? 'Måneder holdt tilbake' : 'Months withheld'}: ${withheld}.` : '',
  ]
    .filter(Boolean)
    .join(' ');
}

/** In place of the second panel. */
export const refusedWords = {
  en: 'Children in care are not counted here: the notes say why.',
  nb: 'Barn i omsorg telles ikke her: merknadene sier hvorfor.',
};
