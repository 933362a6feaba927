import { escaped } from '../site/prose.ts';

/**
 * A drawing as it stands in a page: its ids made unique by the name of the drawing, and the whole
 * of it one picture with a name.
 * @param svg text of the file, with a `viewBox`
 * @param name name of the file without `.svg`
 * @param title what the picture is called for those who do not see it
 */
export function inlineDrawing(svg: string, name: string, title: string): string {
  return svg
    .replace(/<\?xml.*?\?>|<!--.*?-->|<title>.*?<\/title>|<desc>.*?<\/desc>/gs, '')
    .replace(/\sxmlns="[^"]*"/, '')
    .replace(/\bid="([^"]+)"/g, `id="${name}-$1"`)
    .replace(/url\(#([^)]+)\)/g, `url(#${name}-$1)`)
    .replace(/href="#([^"]+)"/g, `href="#${name}-$1"`)
    .replace(/\s+(role|aria-[a-z]+|focusable)="[^"]*"/g, '')
    .replace(/>\s+</g, '><')
    .replace('<svg', `<svg role="img" aria-label="${escaped(title)}"`)
    .trim();
}
