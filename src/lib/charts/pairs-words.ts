import type { Text } from '$lib/schema/text';
import type { ChartPoint } from './chart-point';
import type { ChartSpec } from './chart-spec';
import { figureWords } from './figure-words';
import type { Pairs } from './pairs';

const only: Text = {
  en: 'earlier periods in the table only',
  nb: 'tidligere perioder bare i tabellen',
};
/** Over the column and under the rows of totals. */
export const totalWords: Text = { en: 'Total', nb: 'I alt' };
/** What a square says. */
export const squareWords: Text = {
  en: 'The area of a square is the number of children; filled: another form followed.',
  nb: 'Arealet av en firkant er antallet barn; fylt: en annen form fulgte.',
};
/** Under a list of pairs, which leaves out those that nobody is in. */
export const zeroWords: Text = {
  en: 'Pairs with no child are in the table only.',
  nb: 'Par uten barn står bare i tabellen.',
};

/** What stands over the pairs. */
export const pairsHeading = ({ period, earlier }: Pairs, { label, language }: ChartSpec): string =>
  `${[label, period].filter(Boolean).join(', ')}${earlier ? ` (${only[language]})` : ''}`;

/** What a cursor reads out: each pair row by row, the total of the row after it, then those of the columns. */
export function pairsPoints(pairs: Pairs, spec: ChartSpec): ChartPoint[] {
  const [first, later] = pairs.names;
  const total = totalWords[spec.language].toLowerCase();
  const point = (names: string, figure: Pairs['total']): ChartPoint => ({
    x: names,
    y: figure.shown?.value ?? null,
    text: `${names}: ${figureWords(figure, spec)}`,
  });
  return [
    ...pairs.rows.flatMap((row) => [
      ...row.figures.map((figure, i) =>
        point(
          `${first} ${row.label}, ${later.toLowerCase()} ${pairs.columns[i]?.label ?? ''}`,
          figure,
        ),
      ),
      point(`${first} ${row.label}, ${total}`, row.total),
    ]),
    ...pairs.columns.map((column) => point(`${later} ${column.label}, ${total}`, column.total)),
    point(totalWords[spec.language], pairs.total),
  ];
}

/** The pairs in words, a sentence a row; zeros together. */
export function pairsSummary(pairs: Pairs, spec: ChartSpec): string {
  const nb = spec.language === 'nb';
  const rows = pairs.rows.map((row) => {
    const told = row.figures.flatMap((figure, i) =>
      figure.shown?.value === 0
        ? []
        : [`${pairs.columns[i]?.label ?? ''} ${figureWords(figure, spec)}`],
    );
    const rest = told.length < row.figures.length ? [nb ? 'ellers 0' : 'others 0'] : [];
    return `${row.label}: ${[...told, ...rest].join(', ')}; ${totalWords[spec.language].toLowerCase()} ${figureWords(row.total, spec)}.`;
  });
  return [`${pairsHeading(pairs, spec)}.`, `${pairs.names.join(' → ')}.`, ...rows].join(' ');
}
