import { svgNode } from '$lib/charts/svg-node';
import { textSize, wrapText } from '$lib/charts/text-width';

/** A paragraph of a picture. */
export interface SvgParagraph {
  readonly text: string;
  /** Pixels. */
  readonly size: number;
  readonly weight?: number;
}

/** Paragraphs as text elements from `top` down; `bottom` is where the next thing may begin. */
export function svgText(
  document: Document,
  paragraphs: readonly SvgParagraph[],
  { left, top, width }: { left: number; top: number; width: number },
): { nodes: SVGTextElement[]; bottom: number } {
  const nodes: SVGTextElement[] = [];
  let bottom = top;
  for (const { text, size, weight = 400 } of paragraphs) {
    const line = Math.round(size * 1.4);
    const node = svgNode(document, 'text', { 'font-size': size, 'font-weight': weight });
    // Widths are estimated at the size of chart text.
    for (const words of wrapText(text, (width * textSize) / size)) {
      bottom += line;
      node.append(svgNode(document, 'tspan', { x: left, y: bottom - line / 4 }, words));
    }
    nodes.push(node);
    bottom += Math.round(size / 3);
  }
  return { nodes, bottom };
}
