import type { InterfaceWords, Translate } from '../../src/course/interface.ts';
import { nothing, xml as html, type Xml } from '../package/markup.ts';

/** Messages, language and direction of the pages. */
export interface PageWords {
  readonly t: Translate;
  readonly language: string;
  readonly direction: InterfaceWords['direction'];
}

/** A link to the page for choosing a package. */
export const backLink = (t: Translate, home = './'): Xml =>
  html`<a href="${home}">${t('preview.back')}</a>`;

/**
 * Makes untrusted text safe to show: replaces control characters by their symbols, and limits the length.
 */
export const printable = (text: string): string => {
  const shown = text
    .replace(/[\0-\x1f]/g, (char) => String.fromCharCode(0x2400 + char.charCodeAt(0)))
    .replace(/[^\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '\uFFFD');
  return shown.length > 300 ? `${shown.slice(0, 300)}…` : shown;
};

/**
 * A page of the preview.
 * @param script name of its script
 * @param isPlain whether it is shown where the style sheet of the preview is not available
 */
export function page(
  { language, direction }: PageWords,
  title: string,
  body: Xml,
  { script = '', isPlain = false } = {},
): string {
  return html`<!doctype html>
    <html lang="${language}" dir="${direction}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>${title}</title>
        ${isPlain ? nothing : html`<link rel="stylesheet" href="preview.css" />`}
        ${script ? html`<script src="${script}" defer></script>` : nothing}
      </head>
      <body>
        ${body}
      </body>
    </html> `.text;
}
