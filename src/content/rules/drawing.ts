import type { DrawingElement } from '../../lesson/Figure/drawing-element.ts';
import type { SourceFile } from '../files/source-file.ts';
import type { Report } from '../diagnostics/diagnostic.ts';
import { inFiles } from './in-files.ts';
import type { Rule } from './rule.ts';

/** Classes for which a theme has a colour; `stroke` draws the line in it. */
const colours = ['ink', 'muted', 'line', 'action', 'care', 'paper', 'stroke'];

/** Smallest height of a text, in units of the drawing, that is legible on a phone. */
const smallest = 13;

/** Elements allowed in a drawing; SVG has many others that load, link or run something. */
const elements = new Set(
  (
    'svg g title desc defs symbol use path rect circle ellipse line polyline polygon text tspan ' +
    'marker clipPath mask'
  ).split(' '),
);

const attributes = new Set(
  (
    'xmlns viewBox preserveAspectRatio id class role transform d x y x1 y1 x2 y2 dx dy cx cy r rx ry ' +
    'points width height rotate textLength lengthAdjust pathLength fill stroke fill-rule clip-rule ' +
    'fill-opacity stroke-opacity opacity stroke-width stroke-linecap stroke-linejoin ' +
    'stroke-miterlimit stroke-dasharray stroke-dashoffset font-size font-weight font-style ' +
    'text-anchor dominant-baseline alignment-baseline baseline-shift direction xml:space visibility ' +
    'clip-path mask marker-start marker-mid marker-end markerWidth markerHeight markerUnits refX ' +
    'refY orient clipPathUnits maskUnits maskContentUnits vector-effect paint-order href ' +
    'focusable'
  ).split(' '),
);

/**
 * Drawings that do not work on every screen or in every LMS: with a fixed size; with hard-coded colours, which
 * ignore dark theme and print; or with anything that loads, links or runs.
 */
export const drawing: Rule = {
  id: 'drawing',
  check: inFiles(/\.svg$/, checkDrawing),
};

function checkDrawing(file: SourceFile, report: Report): void {
  const { root } = file.drawing;
  if (root === undefined) return;
  const tell = (line: number, message: string, suggestion: string) =>
    report({ file: file.path, line, message, suggestion });
  if (root.name !== 'svg') tell(root.line, 'There is no drawing in the file.', 'Save an SVG file.');
  else if (!root.attributes['viewBox'])
    tell(
      root.line,
      '<svg> has no viewBox.',
      'Write viewBox="0 0 360 200", with the size of the drawing.',
    );
  const ids = new Map<string, number>();
  const visit = (element: DrawingElement): void => {
    const { name, line, children } = element;
    if (!elements.has(name))
      tell(line, `<${name}> cannot be used in a drawing.`, 'Delete it; colours come from classes.');
    for (const [attribute, value] of Object.entries(element.attributes)) {
      if (attribute === 'id' && ids.has(value))
        tell(
          line,
          `The id "${value}" is already used on line ${ids.get(value)}.`,
          'Give each element an id of its own, or delete the ids.',
        );
      if (attribute === 'id') ids.set(value, line);
      for (const [message, suggestion] of attributeProblems(name, attribute, value))
        tell(line, message, suggestion);
    }
    for (const child of children) if (typeof child !== 'string') visit(child);
  };
  visit(root);
}

function attributeProblems(
  element: string,
  name: string,
  value: string,
): [message: string, suggestion: string][] {
  if (element === 'svg' && (name === 'width' || name === 'height'))
    return [[`<svg> has "${name}".`, 'Delete it; the viewBox gives the size.']];
  if (name.startsWith('xmlns:') || name.startsWith('aria-') || name.startsWith('data-')) return [];
  if (!attributes.has(name))
    return [[`<${element}> has "${name}".`, 'Delete it; colours come from classes.']];
  if (name === 'href' && !value.startsWith('#'))
    return [
      [`<${element}> refers to "${value}", outside of the drawing.`, 'Draw it in the file itself.'],
    ];
  if (/url\(\s*["']?(?!#|["'])/i.test(value))
    return [
      [`<${element}> refers to "${value}", outside of the drawing.`, 'Draw it in the file itself.'],
    ];
  if ((name === 'fill' || name === 'stroke') && value !== 'none')
    return [
      [
        `<${element}> has a colour of its own, ${name}="${value}".`,
        `Write class="..." with one of: ${colours.slice(0, -1).join(', ')}.`,
      ],
    ];
  if (name === 'class')
    return value
      .split(/\s+/)
      .filter((one) => one && !colours.includes(one))
      .map((one) => [`There is no class "${one}".`, `Write one of: ${colours.join(', ')}.`]);
  if (name === 'font-size' && !(Number.parseFloat(value) >= smallest))
    return [
      [`A text is ${value} units high, too small for a phone.`, `Write ${smallest} at least.`],
    ];
  return [];
}
