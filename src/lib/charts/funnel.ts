import type { Released, ReleasedRow } from '$lib/disclosure/released';
import { gapSaid, gapWords, labelOf, lastPeriod, partsOf, type CompareSpec } from './differences';
import { drawAround, type AroundRow } from './draw-around';
import { finishSvg } from './finish-svg';
import { numberWords } from './number-words';

/**
 * Each region beside the figure of all, with the limits of chance at 95 % and 99.8 % for a region of
 * its size: a row a region in code order, no ranking. Null where the limits of no region may be shown
 * or where there is more than one line to stand beside (a composition).
 */
export function funnel(
  released: Released,
  spec: CompareSpec,
  { document }: { document: Document },
): SVGSVGElement | null {
  const inner = rowsOf(released, spec, 'funnel_95');
  const outer = rowsOf(released, spec, 'funnel_998');
  const line = [...inner.values()].find(({ value }) => value.is === 'value')?.value;
  if (line?.is !== 'value') return null;
  const say = (value: number) => numberWords(value, spec.unit, spec.language);
  const rows = [...rowsOf(released, spec)].map(([region, row]): AroundRow => {
    const parts = partsOf(row);
    return {
      label: labelOf(row.by, spec.language),
      words: parts.value === null ? gapWords(row, spec.language) : say(parts.value),
      value: parts.value,
      interval: null,
      limits: [outer.get(region), inner.get(region)].flatMap((one) => {
        const limits = one ? partsOf(one).interval : null;
        return limits ? [limits] : [];
      }),
    };
  });
  const own = [...rowsOf(released, spec).values()];
  const svg = drawAround(rows, { ...spec, line: line.value, tick: say }, document);
  const said = rows.map((row, i) => sayRegion(row, own[i], say, spec));
  return finishSvg(svg, document, spec, said.join(' '));
}

/** Rows of a measure by region alone, in code order. */
function rowsOf(
  released: Released,
  { measure, period }: CompareSpec,
  limits = '',
): Map<string, ReleasedRow> {
  const name = limits ? `${measure}_${limits}` : measure;
  const regional = {
    ...released,
    rows: released.rows.filter(({ by }) => Object.keys(by).join() === 'region'),
  };
  return new Map(
    lastPeriod(regional, name, period)
      .filter(({ by }) => by.region !== 'unknown')
      .map((row) => [row.by.region ?? '', row] as const)
      .sort(([a], [b]) => a.localeCompare(b, 'en', { numeric: true })),
  );
}

function sayRegion(
  row: AroundRow,
  released: ReleasedRow | undefined,
  say: (value: number) => string,
  { language }: CompareSpec,
): string {
  const nb = language === 'nb';
  if (row.value === null) {
    return `${row.label}: ${gapSaid(released?.value, language)}.`;
  }
  const names = nb ? ['99,8 %-grenser', '95 %-grenser'] : ['99.8% limits', '95% limits'];
  const limits = row.limits.map(
    ([low, high], i) => `; ${names[i]} ${say(low)} ${nb ? 'til' : 'to'} ${say(high)}`,
  );
  return `${row.label}: ${say(row.value)}${limits.join('')}.`;
}
