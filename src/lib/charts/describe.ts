import { breaksIn } from './break-lines';
import type { ChartSpec } from './chart-spec';
import { multipleWords } from './multiple-words';
import type { Picture, Series } from './picture';
import { figureWords } from './figure-words';

/** The picture in a few sentences: each row, or the first and last shown figure of each line. */
export function describe(picture: Picture, spec: ChartSpec): string {
  const nb = spec.language === 'nb';
  const withheld = picture.series.flatMap(({ figures }) =>
    figures.filter(({ gap }) => gap === 'withheld'),
  ).length;
  return [
    [spec.label, picture.period].filter(Boolean).join(', ') + '.',
    ...picture.series.map((series) =>
      picture.shape === 'lines' || picture.shape === 'curve'
        ? lineWords(series, spec)
        : series.figures
            .map((figure) => {
              const name = [series.label, figure.said].filter(Boolean).join(', ');
              return `${name}: ${figureWords(figure, spec)}.`;
            })
            .join(' '),
    ),
    spec.multiple ? multipleWords[spec.language] : '',
    breakWords(picture, spec),
    withheld ? `${nb ? 'Holdt tilbake' : 'Withheld'}: ${withheld}.` : '',
    picture.tableOnly.length ? tableOnlyWords(picture, spec) : '',
  ]
    .filter(Boolean)
    .join(' ');
}

/** With which periods the series breaks. */
function breakWords(picture: Picture, { language }: ChartSpec): string {
  const periods = breaksIn(picture).map(({ said }) => said);
  if (!periods.length) return '';
  const words = language === 'nb' ? 'Brudd i serien [b] fra' : 'Break in the series [b] from';
  return `${words} ${periods.join(', ')}.`;
}

/** Which groups the picture leaves to the table. */
export const tableOnlyWords = ({ tableOnly }: Picture, { language }: ChartSpec): string =>
  `${{ en: 'In the table only', nb: 'Bare i tabellen' }[language]}: ${tableOnly.join(', ')}.`;

function lineWords({ label, figures }: Series, spec: ChartSpec): string {
  const shown = figures.filter((figure) => figure.shown);
  const ends = shown.length > 1 ? [shown[0]!, shown.at(-1)!] : shown;
  const words = ends.map((figure) => `${figure.said} ${figureWords(figure, spec)}`);
  const name = label && label !== spec.label ? `${label}: ` : '';
  return `${name}${words.join(spec.language === 'nb' ? '; til ' : '; to ')}.`;
}
