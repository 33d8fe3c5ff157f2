import type { Released } from '$lib/disclosure/released';
import type { PictureContext } from './file-context';
import { svgMarkup } from './svg-markup';

/** A chart as an SVG file that stands alone. Throws `ReportRefused` for a Working view. */
export function svgFile(svg: SVGSVGElement, released: Released, context: PictureContext): Blob {
  const { markup } = svgMarkup(svg, released, context);
  return new Blob(['<?xml version="1.0" encoding="UTF-8"?>\n', markup], {
    type: 'image/svg+xml;charset=utf-8',
  });
}
