import type { ChartSpec } from './chart-spec';
import { hatchFill } from './hatch';
import { svgNode } from './svg-node';
import { lineHeight, textWidth } from './text-width';

const sample = 22;

/** What the marks of a calendar mean, in as many lines as the width needs. */
export function calendarLegend(
  document: Document,
  { id, width, language }: ChartSpec,
  care: boolean,
): { node: SVGGElement; height: number } {
  const nb = language === 'nb';
  const outline = { fill: 'none', stroke: 'currentColor', 'stroke-opacity': 0.75 };
  const entries: (readonly [string, Record<string, string | number>])[] = [
    [nb ? 'avtalt tid' : 'signed term', outline],
    [
      nb ? 'ikke direkte omsorg, eller ukjent' : 'not for direct care, or not known',
      { ...outline, 'stroke-dasharray': '3,3' },
    ],
    [
      nb ? 'utbetalt: driftsstøtte eller kontrakt' : 'paid: core money or contract',
      { fill: 'var(--series-1)' },
    ],
    [
      nb ? 'utbetalt: prosjekt og annet' : 'paid: project and other',
      { fill: 'var(--series-4)', y: 4, height: 6 },
    ],
    [
      nb ? 'ingen penger til direkte omsorg' : 'no money for direct care',
      { fill: hatchFill(id), stroke: 'currentColor' },
    ],
    [nb ? 'tilskudd overlapper' : 'grants overlap', { fill: 'currentColor', y: 9, height: 2 }],
    ...(care
      ? ([
          [
            nb ? 'barn i omsorg' : 'children in care',
            { fill: 'var(--series-1)', 'fill-opacity': 0.65 },
          ],
          [
            nb
              ? 'av dem på dager uten penger (c: holdt tilbake)'
              : 'of them on unfunded days (c: withheld)',
            { fill: hatchFill(id), stroke: 'currentColor' },
          ],
          [
            nb ? 'av dem før eller etter tilskuddene' : 'of them before or after the grants',
            { fill: 'var(--sheet)', stroke: 'currentColor' },
          ],
        ] as const)
      : []),
  ];
  let [x, y] = [0, 0];
  const nodes = entries.flatMap(([words, look]) => {
    const needs = sample + 6 + textWidth(words) + 16;
    if (x > 0 && x + needs > width) [x, y] = [0, y + lineHeight + 3];
    const at = x;
    x += needs;
    const mark = { x: at + 1, width: sample - 2, height: 12, ...look, y: y + Number(look.y ?? 1) };
    return [
      svgNode(document, 'rect', mark),
      svgNode(document, 'text', { x: at + sample + 6, y: y + 7, dy: '0.34em' }, words),
    ];
  });
  return { node: svgNode(document, 'g', {}, ...nodes), height: y + lineHeight + 8 };
}
