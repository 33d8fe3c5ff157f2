import type { ChartSpec } from './chart-spec';
import { hatch } from './hatch';
import { svgNode } from './svg-node';
import { textSize } from './text-width';

/**
 * Makes a plot one image with a name and a summary: nothing inside it is read on its own, and it
 * takes type and ink from the page.
 */
export function finishSvg(
  svg: SVGSVGElement,
  document: Document,
  { id, title }: Pick<ChartSpec, 'id' | 'title'>,
  summary: string,
): SVGSVGElement {
  for (const child of svg.children) child.setAttribute('aria-hidden', 'true');
  for (const inner of svg.querySelectorAll('[aria-label]')) inner.removeAttribute('aria-label');
  svg.prepend(
    svgNode(document, 'title', { id: `${id}-title` }, title),
    svgNode(document, 'desc', { id: `${id}-desc` }, summary),
    hatch(document, id),
  );
  svg.setAttribute('role', 'img');
  svg.setAttribute('aria-labelledby', `${id}-title`);
  svg.setAttribute('aria-describedby', `${id}-desc`);
  svg.setAttribute('font-size', String(textSize));
  svg.setAttribute('font-family', 'inherit');
  return svg;
}
