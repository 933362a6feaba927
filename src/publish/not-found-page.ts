import { elements, readPage, writePage } from '../html/html.ts';

/**
 * The page for a missing address, which a host sends at whatever depth somebody asked for: its URLs start
 * at the root of the site, where most sites are, and its script finds the root of those that are not
 * (`src/site/not-found.entry.ts`).
 * @param html the page, with the paths of files as pages know them
 * @param names what a file is called after the build, by the path pages know it by
 */
export function notFoundPage(html: string, names: ReadonlyMap<string, string>): string {
  const document = readPage(html);
  for (const { attrs } of elements(document))
    for (const attribute of attrs) {
      if (attribute.name !== 'href' && attribute.name !== 'src') continue;
      const [, start = '', file = ''] =
        /^(\/|(?:\.\.\/)*)(assets\/.*)$/.exec(attribute.value) ?? [];
      if (file !== '') attribute.value = start + (names.get(file) ?? file);
    }
  return writePage(document);
}
