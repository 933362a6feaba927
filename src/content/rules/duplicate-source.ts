import type { Rule } from './rule.ts';

/** Keys that identify a document: URL with year, and title with year. */
const marksOf = ({ url, title, year }: { url: string; title: string; year: number }): string[] => {
  const { host, pathname, search, hash } = new URL(url);
  // The URL of a whole site does not identify one document.
  const page = `${pathname}${search}${hash}`.replace(/\/$/, '');
  return [
    `title ${year} ${title.toLowerCase()}`,
    ...(page === '' ? [] : [`address ${year} ${host.replace(/^www\./, '')}${page}`]),
  ];
};

/** Documents with several entries in the register; each may have only one, so that it has one name in the course. */
export const duplicateSource: Rule = {
  id: 'duplicate-source',
  check({ sources }, report) {
    const owners = new Map<string, string>();
    sources.forEach((source, index) => {
      const marks = marksOf(source);
      const owner = marks.map((mark) => owners.get(mark)).find((id) => id !== undefined);
      if (owner !== undefined && owner !== source.id)
        report({
          file: 'sources.yaml',
          field: `${index}.id`,
          message: `"${source.id}" is the same document as "${owner}": same year, and same title or address.`,
          suggestion: `Cite ${owner} instead and delete this entry, or correct its title or address.`,
        });
      for (const mark of marks) owners.set(mark, owners.get(mark) ?? source.id);
    });
  },
};
