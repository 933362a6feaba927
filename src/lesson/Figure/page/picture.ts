import { fontOf, paintDrawing } from './paint-drawing.ts';
import { wrappedLines } from './wrapped-lines.ts';

/** Units of the picture: a drawing is 360 wide. */
const width = 360;
const margin = 16;
const gap = 10;
/** Pixels to a unit: sharp on a slide. */
const sharpness = 4;

interface Passage {
  readonly lines: readonly string[];
  readonly font: string;
  readonly colour: string;
  readonly lineHeight: number;
}

/**
 * A figure as a picture that stands alone: its title, what it counts, the drawing, a note and where it
 * comes from, in the colours in which it is shown.
 * @param figure holds the drawing and its caption
 * @param below what stands under the drawing, a passage each
 */
export function picture(figure: HTMLElement, below: readonly string[]): HTMLCanvasElement {
  const svg = figure.querySelector<SVGSVGElement>('svg');
  const caption = figure.querySelector<HTMLElement>('figcaption');
  if (svg === null || caption === null) throw new Error('the figure has no drawing or no caption');
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('the browser has no canvas');

  const style = getComputedStyle(caption);
  const counted = caption.querySelector('.counted')?.textContent ?? '';
  const title = caption.textContent.replace(counted, '');
  const passage = (text: string, size: number, weight: string): Passage => {
    const font = fontOf({ ...pick(style), fontSize: `${size}px`, fontWeight: weight });
    context.font = font;
    const lines = wrappedLines(text, width, (words) => context.measureText(words).width);
    return { lines, font, colour: style.color, lineHeight: size * 1.35 };
  };
  const head = [passage(title, 16, '700'), passage(counted, 13, '400')];
  const foot = below.map((text) => passage(text, 11, '400'));
  const heightOf = (passages: readonly Passage[]) =>
    passages.reduce((sum, { lines, lineHeight }) => sum + lines.length * lineHeight, 0);
  const { viewBox } = svg;
  const drawn = (viewBox.baseVal.height / viewBox.baseVal.width) * width;

  canvas.width = (width + 2 * margin) * sharpness;
  canvas.height = (2 * margin + heightOf(head) + gap + drawn + gap + heightOf(foot)) * sharpness;
  context.scale(sharpness, sharpness);
  context.fillStyle = getComputedStyle(document.documentElement).backgroundColor;
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.translate(margin, margin);
  context.direction = style.direction as CanvasDirection;
  write(context, head);
  context.translate(0, gap);
  context.save();
  context.scale(width / viewBox.baseVal.width, width / viewBox.baseVal.width);
  paintDrawing(context, svg);
  context.restore();
  context.translate(0, drawn + gap);
  write(context, foot);
  return canvas;
}

const pick = ({ fontStyle, fontFamily }: CSSStyleDeclaration) => ({ fontStyle, fontFamily });

function write(context: CanvasRenderingContext2D, passages: readonly Passage[]): void {
  const start = context.direction === 'rtl' ? width : 0;
  for (const { lines, font, colour, lineHeight } of passages)
    for (const line of lines) {
      context.font = font;
      context.fillStyle = colour;
      context.fillText(line, start, lineHeight * 0.8);
      context.translate(0, lineHeight);
    }
}
