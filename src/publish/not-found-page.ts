import { elements, readPage, writePage } from '../html/html.ts';

/**
 * The page for a missing address, which a host serves at any depth. Its URLs therefore start at the root of the host,
 * where most sites are; for other sites, its script finds the root (`src/site/not-found.entry.ts`).
 * @param html the page, with file paths as pages know them
 * @param names maps the path by which pages know a file to its name after the build
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
