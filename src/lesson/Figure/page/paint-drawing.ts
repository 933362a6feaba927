/**
 * Paints a drawing of the page on a canvas, as it is shown: in the colours of the theme. It is painted shape by
 * shape, because `img-src 'self'` forbids loading a generated SVG as an image.
 * @param svg a drawing in the page: paths, rectangles, circles and text, filled or stroked
 */
export function paintDrawing(context: CanvasRenderingContext2D, svg: SVGSVGElement): void {
  const toDrawing = svg.getScreenCTM()?.inverse();
  if (toDrawing === undefined) return;
  for (const element of svg.querySelectorAll<SVGGraphicsElement>('path, rect, circle, text')) {
    const place = element.getScreenCTM();
    if (place === null) continue;
    const { a, b, c, d, e, f } = toDrawing.multiply(place);
    context.save();
    context.transform(a, b, c, d, e, f);
    context.globalAlpha = Number(getComputedStyle(element).opacity);
    if (element instanceof SVGTextElement) paintText(context, element);
    else paintShape(context, element);
    context.restore();
  }
}

function paintShape(context: CanvasRenderingContext2D, shape: SVGGraphicsElement): void {
  const { fill, stroke, strokeWidth, strokeDasharray, strokeLinecap } = getComputedStyle(shape);
  const outline = outlineOf(shape);
  if (fill !== 'none') {
    context.fillStyle = fill;
    context.fill(outline);
  }
  if (stroke === 'none') return;
  context.strokeStyle = stroke;
  context.lineWidth = Number.parseFloat(strokeWidth);
  context.lineCap = strokeLinecap as CanvasLineCap;
  context.setLineDash((strokeDasharray.match(/[\d.]+/g) ?? []).map(Number));
  context.stroke(outline);
}

function outlineOf(shape: SVGGraphicsElement): Path2D {
  const numberOf = (name: string) => Number(shape.getAttribute(name) ?? 0);
  if (shape instanceof SVGPathElement) return new Path2D(shape.getAttribute('d') ?? '');
  const outline = new Path2D();
  if (shape instanceof SVGRectElement)
    outline.roundRect(
      numberOf('x'),
      numberOf('y'),
      numberOf('width'),
      numberOf('height'),
      numberOf('rx'),
    );
  else outline.arc(numberOf('cx'), numberOf('cy'), numberOf('r'), 0, 2 * Math.PI);
  return outline;
}

/** The browser knows where each run of letters begins, whatever the font and the direction. */
function paintText(context: CanvasRenderingContext2D, text: SVGTextElement): void {
  const runs = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
  let before = 0;
  for (let run = runs.nextNode(); run !== null; run = runs.nextNode()) {
    const words = run.textContent ?? '';
    const { parentElement } = run;
    if (words !== '' && parentElement !== null && before < text.getNumberOfChars()) {
      const style = getComputedStyle(parentElement);
      const { x, y } = text.getStartPositionOfChar(before);
      context.font = fontOf(style);
      context.fillStyle = style.fill;
      context.direction = style.direction as CanvasDirection;
      context.textAlign = 'start';
      context.fillText(words, x, y);
    }
    before += words.length;
  }
}

type Font = Pick<CSSStyleDeclaration, 'fontStyle' | 'fontWeight' | 'fontSize' | 'fontFamily'>;

/** The font of a style as a canvas takes it. */
export const fontOf = ({ fontStyle, fontWeight, fontSize, fontFamily }: Font) =>
  `${fontStyle} ${fontWeight} ${fontSize} ${fontFamily}`;
