import { calendarOf, dayWords, type CalendarRow } from '$lib/charts/calendar';
import type { Cell, Released, ReleasedRow } from '$lib/disclosure/released';
import type { Language, Text } from '$lib/schema/text';
import { cellText, cellWords } from './cell-text';

/** A cell of the portfolio: what is read, and what it is sorted by; null stands last either way. */
interface PortfolioCell {
  readonly text: string;
  /** Why there is no number; null where there is one or words. */
  readonly why: string | null;
  readonly order: number | string | null;
}

/** One programme of the portfolio, its cells in the order of the columns. */
export interface PortfolioRow {
  readonly programme: string;
  readonly status: PortfolioStatus;
  readonly cells: readonly PortfolioCell[];
}

/** Rows stand in the order of the files until a reader sorts them. */
export interface Portfolio {
  readonly columns: readonly { readonly label: string; readonly number: boolean }[];
  readonly rows: readonly PortfolioRow[];
}

const columns: readonly (readonly [Text, boolean])[] = [
  [{ en: 'Status', nb: 'Status' }, false],
  [{ en: 'End of the last grant', nb: 'Siste tilskudd slutter' }, false],
  [{ en: 'Successor to the present grants', nb: 'Etterfølger til tilskuddene nå' }, false],
  [{ en: 'Days without money', nb: 'Dager uten penger' }, true],
  [{ en: 'Median grant, months', nb: 'Median tilskudd, måneder' }, true],
  [{ en: 'Grants of 24 months or more', nb: 'Tilskudd på 24 måneder eller mer' }, true],
  [{ en: 'Children per funded month', nb: 'Barn per finansiert måned' }, true],
  [{ en: 'Children per unfunded month', nb: 'Barn per måned uten penger' }, true],
];
const measures = [
  'unfunded_days',
  'grant_months_median',
  'multi_year_share',
  'per_funded_month',
  'per_unfunded_month',
];

/** Where the money of a programme stands, as words say it. */
export type PortfolioStatus = 'plan' | 'ahead' | 'none';

const statuses = {
  plan: { en: 'On plan', nb: 'Etter planen' },
  ahead: { en: 'Gap ahead', nb: 'Opphold foran' },
  none: { en: 'No data', nb: 'Ingen data' },
} satisfies Record<PortfolioStatus, Text>;

/**
 * Whether money for direct care is signed for the next twelve months: `ahead` where it ends within them, has
 * ended, or has a gap in them; `none` where no grant is known to pay direct care.
 */
function statusOf(row: CalendarRow, dataEnd: number): PortfolioStatus {
  if (!row.end) return 'none';
  const gap = row.gaps.some(({ last }) => last === null || last > dataEnd);
  return row.end.cliff !== null || gap ? 'ahead' : 'plan';
}

/** The portfolio of a calendar of care and money; null where there is no calendar. */
export function portfolioOf(released: Released, language: Language): Portfolio | null {
  const calendar = calendarOf(released, language);
  if (!calendar) return null;
  const words = (text: string, order: number | string | null = text): PortfolioCell => ({
    text,
    why: null,
    order,
  });
  const yesNo = (value: boolean | null): PortfolioCell => {
    if (value === null) return words(language === 'nb' ? 'ikke aktuelt' : 'does not apply', null);
    return words(value ? (language === 'nb' ? 'Ja' : 'Yes') : language === 'nb' ? 'Nei' : 'No');
  };
  return {
    columns: columns.map(([label, number]) => ({ label: label[language], number })),
    rows: calendar.rows.map((row) => ({
      programme: row.label,
      status: statusOf(row, calendar.dataEnd),
      cells: [
        words(statuses[statusOf(row, calendar.dataEnd)][language]),
        row.end === null
          ? numberCell({ is: 'missing', why: 'not recorded' }, '', language)
          : row.end.last === null
            ? words(language === 'nb' ? 'uten sluttdato' : 'no end date', null)
            : words(
                `${row.end.last < calendar.dataEnd ? (language === 'nb' ? 'sluttet ' : 'ended ') : ''}${dayWords(row.end.last, language)}`,
                row.end.last,
              ),
        yesNo(row.end?.successor ?? null),
        ...measures.map((measure) => {
          const found = windowRow(released, measure, row.label);
          return found
            ? numberCell(found.value, found.unit, language)
            : numberCell({ is: 'missing', why: 'no rows' }, '', language);
        }),
      ],
    })),
  };
}

/** The statuses that some programme has, with their words, in the order of the legend. */
export const statusesIn = (
  rows: readonly PortfolioRow[],
  language: Language,
): readonly { readonly id: PortfolioStatus; readonly label: string }[] =>
  (['plan', 'ahead', 'none'] as const)
    .filter((id) => rows.some(({ status }) => status === id))
    .map((id) => ({ id, label: statuses[id][language] }));

/** Rows by one column, up or down; what has no number stays last, in the order of the files. */
export function sortedRows(
  rows: readonly PortfolioRow[],
  column: number,
  down: boolean,
): PortfolioRow[] {
  const known = rows.filter(({ cells }) => (cells[column]?.order ?? null) !== null);
  const compare = (a: PortfolioRow, b: PortfolioRow) => {
    const [x, y] = [a.cells[column]!.order!, b.cells[column]!.order!];
    if (typeof x === 'number' && typeof y === 'number') return x - y;
    return String(x).localeCompare(String(y), 'en');
  };
  const sorted = [...known].sort((a, b) => (down ? compare(b, a) : compare(a, b)));
  return [...sorted, ...rows.filter((row) => !known.includes(row))];
}

function numberCell(cell: Cell, unit: string, language: Language): PortfolioCell {
  return {
    text: cellText(cell, unit, language),
    why: cellWords(cell, language),
    order: cell.is === 'value' ? cell.value : null,
  };
}

/** The row of a programme over the whole window. */
const windowRow = (
  released: Released,
  measure: string,
  programme: string,
): ReleasedRow | undefined =>
  released.rows.find(
    ({ measure: id, by }) =>
      id === measure && by.programme === programme && Object.keys(by).length === 1,
  );
