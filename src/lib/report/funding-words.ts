import { calendarOf, dayWords, type Calendar } from '$lib/charts/calendar';
import type { Released } from '$lib/disclosure/released';
import type { Language } from '$lib/schema/text';
import { cellText, cellWords } from './cell-text';
import { formatNumber, plainNumber } from './number-format';
import { periodWords } from '$lib/schema/period-words';
import { plain, strong, type SentencePiece } from './sentence-piece';

/** A gap this long is named in the sentence, in days. */
const longGap = 30;

/** A gap of one programme with the children of its months. */
export interface GapLine {
  readonly programme: string;
  readonly from: string;
  readonly to: string;
  readonly days: string;
  /** `March 2025: 14`, one for each month of the window that the gap touches. */
  readonly months: readonly { readonly text: string; readonly why: string | null }[];
}

/** What the calendar says first: long gaps and ends without a grant after. Says nothing of why. */
export function fundingLead(released: Released, language: Language): SentencePiece[] {
  const calendar = calendarOf(released, language);
  if (!calendar) return [];
  const nb = language === 'nb';
  const asked = calendar.rows.filter(({ end }) => end !== null);
  const inData = ({ first }: { first: number }) => first <= calendar.dataEnd;
  const gapped = asked.filter(({ gaps }) => gaps.some((gap) => inData(gap) && gap.days >= longGap));
  const cliffs = (months: number) =>
    asked.filter(
      ({ end }) =>
        end?.cliff !== null && (end?.cliff ?? 99) <= months && (end?.last ?? 0) >= calendar.dataEnd,
    );
  const over = asked.filter(
    ({ end }) => end !== null && end.last !== null && end.last < calendar.dataEnd,
  );
  const of = (count: number) =>
    `${plainNumber(count, language)} ${nb ? 'av' : 'of'} ${plainNumber(asked.length, language)}`;
  return [
    strong(of(gapped.length)),
    plain(
      nb
        ? ` tiltak med tilskudd til direkte omsorg hadde et opphold på ${longGap} dager eller mer. `
        : ` programmes with a grant for direct care had a gap of ${longGap} days or more. `,
    ),
    strong(plainNumber(cliffs(6).length, language)),
    plain(
      nb ? ' har penger som slutter innen 6 måneder, ' : ' have money that ends within 6 months, ',
    ),
    strong(plainNumber(cliffs(12).length, language)),
    plain(
      nb
        ? ' innen 12 måneder, uten et tilskudd etter'
        : ' within 12 months, with no grant after it',
    ),
    ...(over.length
      ? [
          plain(nb ? '; for ' : '; for '),
          strong(plainNumber(over.length, language)),
          plain(
            nb ? ' var det siste slutt før dataene' : ' the last one had ended before the data do',
          ),
        ]
      : []),
    plain('.'),
  ];
}

/** Every gap, in the order of the files, with the children who were in care on its days. */
export function gapLines(released: Released, language: Language): GapLine[] {
  const calendar = calendarOf(released, language);
  return (calendar?.rows ?? []).flatMap((row) =>
    row.gaps.map((gap) => ({
      programme: row.label,
      from: dayWords(gap.first, language),
      to: gap.last === null ? '' : dayWords(gap.last, language),
      days: formatNumber(gap.days, 'days', language),
      months: monthsIn(calendar!, row.months, gap).map(({ month, unfunded }) => ({
        text: `${periodWords(month, language)}: ${cellText(unfunded, 'children', language)}`,
        why: cellWords(unfunded, language),
      })),
    })),
  );
}

function monthsIn(
  { dataEnd }: Calendar,
  months: Calendar['rows'][number]['months'],
  gap: { readonly first: number; readonly last: number | null },
) {
  const month = (day: number) => new Date(day * 86_400_000).toISOString().slice(0, 7);
  const [from, to] = [month(gap.first), month(gap.last ?? dataEnd)];
  return months.filter((one) => one.month >= from && one.month <= to);
}
