import type { Released } from '$lib/disclosure/released';
import type { PictureContext } from './file-context';
import { svgMarkup } from './svg-markup';

/** Pixels of the file for one pixel of the screen. */
const scale = 2;

/**
 * A chart as a PNG file at twice the size of the screen; in a browser only. Rejects with
 * `ReportRefused` for a Working view, and with an `Error` where the browser cannot draw it.
 */
export async function pngFile(
  svg: SVGSVGElement,
  released: Released,
  context: PictureContext,
): Promise<Blob> {
  const { markup, width, height } = svgMarkup(svg, released, context);
  const image = new Image(width, height);
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(markup)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = width * scale;
  canvas.height = height * scale;
  const drawing = canvas.getContext('2d');
  if (!drawing) throw new Error('This browser cannot draw pictures.');
  drawing.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob(
      (file) => (file ? resolve(file) : reject(new Error('The picture could not be made.'))),
      'image/png',
    );
  });
}
