import type { Text } from '$lib/schema/text';
import type { ChartPoint } from './chart-point';
import type { ChartSpec } from './chart-spec';
import { figureWords } from './figure-words';
import type { Figure } from './picture';
import type { Pyramid, PyramidRow } from './pyramid';

/** Over the bands that stand apart. */
export const apartWords: Text = { en: 'Age not known exactly', nb: 'Alder ikke nøyaktig kjent' };

/** Over the numbers of the children who are on neither side, where they stand below. */
export const othersWords: Text = {
  en: 'Other or unknown gender',
  nb: 'Annet eller ukjent kjønn',
};

/** What stands over the rows: the measure with what its shares are of, and the period. */
export function pyramidHeading({ period, earlier }: Pyramid, spec: ChartSpec): string {
  const nb = spec.language === 'nb';
  const within = spec.within
    ? {
        age_band: nb ? 'innenfor hver aldersgruppe' : 'within each age group',
        gender: nb ? 'innenfor hvert kjønn' : 'within each gender',
      }[spec.within]
    : '';
  const only = nb ? 'tidligere perioder bare i tabellen' : 'earlier periods in the table only';
  return `${[spec.label, within, period].filter(Boolean).join(', ')}${earlier ? ` (${only})` : ''}`;
}

/** What the rows of the unknown are shares of, where it is not what the others are. */
export const unknownNote = ({ within, language }: ChartSpec): string =>
  within
    ? {
        en: 'Shares are of children with a known answer; “not recorded” is a share of all.',
        nb: 'Andelene er av barn med kjent svar; «ikke registrert» er andel av alle.',
      }[language]
    : '';

/** The pyramid in words, row by row from the oldest. */
export function pyramidSummary(pyramid: Pyramid, spec: ChartSpec): string {
  const nb = spec.language === 'nb';
  const withheld = pyramid.rows
    .flatMap((row) => figuresOf(pyramid, row))
    .filter(([, { gap }]) => gap === 'withheld').length;
  const rows = pyramid.rows.map((row) => {
    const cells = figuresOf(pyramid, row).map(
      ([name, figure]) => `${name} ${figureWords(figure, spec)}`,
    );
    return `${bandName(row, spec)}: ${cells.join(', ')}.`;
  });
  return [
    `${pyramidHeading(pyramid, spec)}.`,
    ...rows,
    unknownNote(spec),
    withheld ? `${nb ? 'Holdt tilbake' : 'Withheld'}: ${withheld}.` : '',
  ]
    .filter(Boolean)
    .join(' ');
}

/** What a cursor reads out: each row from the oldest, girls, boys, then the others. */
export const pyramidPoints = (pyramid: Pyramid, spec: ChartSpec): ChartPoint[] =>
  pyramid.rows.flatMap((row) =>
    figuresOf(pyramid, row).map(([name, figure]) => ({
      x: row.label,
      y: figure.shown && !figure.shown.bandOnly ? figure.shown.value : null,
      text: `${bandName(row, spec)}, ${name}: ${figureWords(figure, spec)}`,
    })),
  );

/** All figures of a row with the gender they are of. */
const figuresOf = (
  { sides: [girls, boys], others }: Pyramid,
  row: PyramidRow,
): (readonly [string, Figure])[] => [
  [girls, row.girls],
  [boys, row.boys],
  ...others.map(({ said }, i): readonly [string, Figure] => [said, row.others[i]!]),
];

/** “Not recorded” alone could be read as the gender. */
const bandName = ({ label, unknown }: PyramidRow, { language }: ChartSpec): string =>
  unknown ? `${{ en: 'Age', nb: 'Alder' }[language]} ${label.toLowerCase()}` : label;
