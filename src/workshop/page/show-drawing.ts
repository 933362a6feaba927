import { paintDrawing } from '../../lesson/Figure/page/paint-drawing.ts';
import type { Block } from '../docx/word-document.ts';

type Picture = Extract<Block, { kind: 'picture' }> & { readonly png: Uint8Array<ArrayBuffer> };

/** Shows a drawing on the page in one or more forms. @param forms trusted SVG of this kit, with every text escaped */
export function showDrawing(place: HTMLElement, ...forms: readonly string[]): void {
  place.replaceChildren(
    ...forms.map((svg) => {
      const { documentElement } = new DOMParser().parseFromString(svg, 'image/svg+xml');
      return document.importNode(documentElement, true);
    }),
  );
}

/**
 * Converts a drawing of the page to a picture for a document, black on white.
 * @returns undefined if the browser has no canvas
 */
export async function pictureOf(svg: SVGSVGElement, text: string): Promise<Picture | undefined> {
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d');
  if (context === null) return undefined;
  const { width, height } = svg.viewBox.baseVal;
  const sharpness = 2;
  canvas.width = width * sharpness;
  canvas.height = height * sharpness;
  context.fillStyle = '#fff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.scale(sharpness, sharpness);
  svg.style.color = '#000';
  paintDrawing(context, svg);
  svg.style.removeProperty('color');
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (blob === null) return undefined;
  return { kind: 'picture', png: new Uint8Array(await blob.arrayBuffer()), width, height, text };
}
