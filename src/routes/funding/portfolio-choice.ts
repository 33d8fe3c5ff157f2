import type { PortfolioStatus } from '$lib/report/portfolio';

/** What of the portfolio is shown: in the address as codes and places, no name and no figure. */
export interface PortfolioChoice {
  readonly status: PortfolioStatus | null;
  /** Place of the column it is sorted by, from 0; null for the order of the files. */
  readonly column: number | null;
  readonly down: boolean;
  /** Place of the programme that is opened, from 1 in the order of the files. */
  readonly programme: number | null;
}

/** Every programme in the order of the files, none opened. */
export const wholePortfolio: PortfolioChoice = {
  status: null,
  column: null,
  down: false,
  programme: null,
};

const statuses: readonly PortfolioStatus[] = ['plan', 'ahead', 'none'];

/** Codes of the columns of the portfolio, in their order. */
export const columnCodes: readonly string[] = [
  'status',
  'end',
  'successor',
  'days',
  'median',
  'long',
  'funded',
  'unfunded',
];

/** What a fragment says (`status=ahead&sort=-days&programme=3`); what it does not know is left out. */
export function portfolioChoiceOf(fragment: string): PortfolioChoice {
  const said = (key: string) => new RegExp(`(?:^#?|&)${key}=([-\\w]+)`).exec(fragment)?.[1] ?? '';
  const sort = said('sort');
  const down = sort.startsWith('-');
  const column = columnCodes.indexOf(sort.slice(down ? 1 : 0));
  const programme = said('programme');
  return {
    status: statuses.find((one) => one === said('status')) ?? null,
    column: column < 0 ? null : column,
    down: down && column >= 0,
    programme: /^[1-9]\d{0,3}$/.test(programme) ? Number(programme) : null,
  };
}

/** A fragment with the choice, without `#`; nothing is added for the whole portfolio. */
export const withPortfolio = (
  fragment: string,
  { status, column, down, programme }: PortfolioChoice,
): string =>
  [
    fragment,
    status === null ? '' : `status=${status}`,
    column === null ? '' : `sort=${down ? '-' : ''}${columnCodes[column]}`,
    programme === null ? '' : `programme=${programme}`,
  ]
    .filter(Boolean)
    .join('&');
