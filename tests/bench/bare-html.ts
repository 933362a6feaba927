import { zipSync } from 'fflate';
import { elements, readPage, remove, writePage } from '../../src/html/html.ts';

/** Elements that a bare page leaves out: those that hold no words of its own. */
const left = ['script', 'style', 'link', 'meta', 'svg', 'template', 'header', 'footer', 'nav'];

/** A page with its words and plain elements, and nothing else. */
function bare(text: string): string {
  const page = readPage(text);
  for (const element of [...elements(page)]) {
    if (left.includes(element.tagName)) remove(element);
    element.attrs = [];
  }
  return writePage(page);
}

/** Bytes of a zip that holds the pages of a package as bare HTML: the least that the same words can weigh. */
export function bareZipBytes(files: Readonly<Record<string, Uint8Array>>): number {
  const pages = Object.entries(files)
    .filter(([path]) => path.endsWith('.html'))
    .map(
      ([path, bytes]) =>
        [path, new TextEncoder().encode(bare(new TextDecoder().decode(bytes)))] as const,
    );
  return zipSync(Object.fromEntries(pages), { level: 9, mtime: new Date(2020, 0, 1) }).length;
}
