import { escapeHtml } from '../../html/escape.ts';
import type { DrawingElement } from './drawing-element.ts';

/**
 * A drawing as it stands in a page: its ids made unique by the name of the drawing, and the whole of it
 * one picture with a name.
 * @param root the `<svg>` element
 * @param name name of the file without `.svg`
 * @param title what the picture is called for those who do not see it
 */
export function inlineDrawing(root: DrawingElement, name: string, title: string): string {
  const label = `role="img" aria-label="${escapeHtml(title)}"`;
  return markup(root, name).replace('<svg', `<svg ${label}`);
}

/** Described by the caption of the page, or of use to editors of drawings only. */
const left = /^(?:xmlns|role$|focusable$|aria-|data-)/;

function markup(element: DrawingElement, name: string): string {
  const attributes = Object.entries(element.attributes)
    .filter(([attribute]) => !left.test(attribute))
    .map(([attribute, value]) => ` ${attribute}="${escapeHtml(unique(attribute, value, name))}"`)
    .join('');
  const children = element.children
    .map((child) => {
      if (typeof child === 'string') return child.trim() === '' ? '' : escapeHtml(child);
      return child.name === 'title' || child.name === 'desc' ? '' : markup(child, name);
    })
    .join('');
  const start = `<${element.name}${attributes}`;
  return children === '' ? `${start}/>` : `${start}>${children}</${element.name}>`;
}

function unique(attribute: string, value: string, name: string): string {
  if (attribute === 'id') return `${name}-${value}`;
  if (attribute === 'href') return value.replace('#', `#${name}-`);
  return value.replace(/url\(#([^)]+)\)/g, `url(#${name}-$1)`);
}
