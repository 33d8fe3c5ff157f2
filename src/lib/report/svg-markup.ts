import { svgNode } from '$lib/charts/svg-node';
import type { Released } from '$lib/disclosure/released';
import type { PictureContext } from './file-context';
import { ink, lightColours } from './light-colours';
import { madeUpWords, protectionWords } from './protection-words';
import { refuseWorking } from './report-refused';
import { svgText, type SvgParagraph } from './svg-text';

const margin = 24;
const namespace = 'http://www.w3.org/2000/svg';
const labels = {
  en: { source: 'Source', notes: 'Notes' },
  nb: { source: 'Kilde', notes: 'Merknader' },
};

/** A picture that stands alone, as text, with its size in pixels. */
export interface SvgMarkup {
  readonly markup: string;
  readonly width: number;
  readonly height: number;
}

/**
 * The chart with title, subtitle, notes, protection and source as text around it, in light colours
 * and with nothing that is loaded from elsewhere. Throws `ReportRefused` for a Working view.
 */
export function svgMarkup(
  chart: SVGSVGElement,
  released: Released,
  context: PictureContext,
): SvgMarkup {
  refuseWorking(released);
  const document = chart.ownerDocument;
  const size = sizeOf(chart);
  const column = { left: margin, width: Math.max(size.width, 320) };
  const head = svgText(document, above(released, context), { ...column, top: margin });
  const foot = svgText(document, below(released, context), {
    ...column,
    top: head.bottom + size.height + 16,
  });
  const width = column.width + 2 * margin;
  const height = foot.bottom + margin;
  const copy = chart.cloneNode(true) as SVGSVGElement;
  // The plot's own style sizes it for a page (height: auto) and would win over the attributes here.
  for (const style of copy.querySelectorAll('style')) style.remove();
  copy.removeAttribute('class');
  for (const [name, value] of Object.entries({ x: margin, y: head.bottom + 8, ...size }))
    copy.setAttribute(name, String(value));
  if (!copy.hasAttribute('viewBox'))
    copy.setAttribute('viewBox', `0 0 ${size.width} ${size.height}`);
  const picture = svgNode(
    document,
    'svg',
    {
      width,
      height,
      viewBox: `0 0 ${width} ${height}`,
      color: ink,
      fill: ink,
      'font-family': "'Source Sans 3', 'Segoe UI', Arial, sans-serif",
      lang: context.language,
      role: 'img',
      'aria-label': context.title,
    },
    svgNode(document, 'title', {}, context.title),
    svgNode(document, 'rect', { width, height, fill: '#ffffff' }),
    ...head.nodes,
    copy,
    ...foot.nodes,
  );
  const markup = new XMLSerializer().serializeToString(picture);
  const declared = markup.includes(`xmlns="${namespace}"`)
    ? markup
    : markup.replace('<svg', `<svg xmlns="${namespace}"`);
  return { markup: lightColours(declared), width, height };
}

function sizeOf(chart: SVGSVGElement): { width: number; height: number } {
  const box = (chart.getAttribute('viewBox') ?? '').split(/[\s,]+/).map(Number);
  const read = (name: 'width' | 'height', fallback: number | undefined) => {
    const own = Number.parseFloat(chart.getAttribute(name) ?? '');
    return own > 0 ? own : (fallback ?? 0);
  };
  return { width: read('width', box[2]), height: read('height', box[3]) };
}

function above(released: Released, { title, subtitle, language }: PictureContext): SvgParagraph[] {
  const made = madeUpWords(released, language);
  return [
    { text: title, size: 22, weight: 600 },
    ...(subtitle ? [{ text: subtitle, size: 16 }] : []),
    ...(made ? [{ text: made, size: 14, weight: 600 }] : []),
  ];
}

function below(released: Released, { source, notes, language }: PictureContext): SvgParagraph[] {
  const words = labels[language];
  return [
    `${words.source}: ${source}`,
    ...(notes.length > 0 ? [`${words.notes}: ${notes.join(' ')}`] : []),
    protectionWords(released, language),
  ].map((text) => ({ text, size: 13 }));
}
