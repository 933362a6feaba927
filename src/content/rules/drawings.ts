import type { Diagnostic } from '../diagnostics/diagnostic.ts';

/** Classes that a theme has a colour for; `stroke` draws the line in it. */
const colours = ['ink', 'muted', 'line', 'action', 'care', 'paper', 'stroke'];
const smallest = 13;

/**
 * Drawings that could not be shown on every screen: not whole, of a fixed size, or with colours,
 * styles or scripts of their own, which a dark theme, print and the rules of an LMS do not take.
 * @param svg text of the file
 * @param file its path below `content/`
 */
export function drawingFaults(svg: string, file: string): Diagnostic[] {
  const faults: Diagnostic[] = [];
  const fault = (offset: number, message: string, suggestion: string) =>
    faults.push({
      file,
      field: `line ${svg.slice(0, offset).split('\n').length}`,
      message,
      suggestion,
    });
  const open: string[] = [];
  const markup = svg.replace(/<!--.*?-->|<\?.*?\?>|<!DOCTYPE[^>]*>/gs, (part) =>
    part.replace(/[^\n]/g, ' '),
  );
  const [root] = /<svg\b[^>]*>/.exec(markup) ?? [];
  if (root === undefined) fault(0, 'There is no drawing in it.', 'Save an SVG file.');
  else if (!/\sviewBox="/.test(root))
    fault(0, '<svg> has no viewBox.', 'Write viewBox="0 0 360 200", with the size of the drawing.');

  for (const { 1: slash, 2: name = '', 3: rest = '', index } of markup.matchAll(
    /<(\/?)([a-zA-Z][\w:-]*)((?:[^>"']|"[^"]*"|'[^']*')*)>/g,
  )) {
    if (slash) {
      const last = open.pop();
      if (last !== name)
        fault(
          index,
          `</${name}> stands where ${last === undefined ? 'nothing is open' : `<${last}> is to be closed`}.`,
          'Save the drawing anew, or mend the tag.',
        );
      if (last !== name) return faults;
      continue;
    }
    if (!rest.endsWith('/')) open.push(name);
    if (['script', 'style', 'image', 'foreignObject', 'a'].includes(name))
      fault(
        index,
        `<${name}> cannot be used in a drawing.`,
        'Remove it; colours come from classes.',
      );
    for (const [, attribute = '', value = ''] of rest.matchAll(
      /([\w:-]+)\s*=\s*["']([^"']*)["']/g,
    )) {
      if (attribute === 'style' || attribute.startsWith('on'))
        fault(index, `<${name}> has "${attribute}".`, 'Remove it; colours come from classes.');
      if (name === 'svg' && (attribute === 'width' || attribute === 'height'))
        fault(index, `<svg> has "${attribute}".`, 'Remove it; the viewBox gives the size.');
      if ((attribute === 'fill' || attribute === 'stroke') && value !== 'none')
        fault(
          index,
          `<${name}> has a colour of its own, ${attribute}="${value}".`,
          `Write class="..." with one of: ${colours.slice(0, -1).join(', ')}.`,
        );
      if (attribute === 'class')
        for (const own of value.split(/\s+/).filter((one) => one && !colours.includes(one)))
          fault(index, `No class is called "${own}".`, `Write one of: ${colours.join(', ')}.`);
      if (attribute === 'font-size' && Number.parseFloat(value) < smallest)
        fault(
          index,
          `A text is ${value} units high, too small for a phone.`,
          `Write ${smallest} at least.`,
        );
    }
  }
  const left = open.at(-1);
  if (left !== undefined)
    fault(svg.length, `<${left}> is not closed.`, 'Save the drawing anew, or mend the tag.');
  return faults;
}
