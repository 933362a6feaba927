import { globSync, readFileSync } from 'node:fs';

/** Lessons as plain Markdown, for the peer: components are this project's own. */
export const lessonTexts = (): readonly string[] =>
  globSync('content/en/modules/*/lessons/*.mdx')
    .toSorted()
    .map((path) =>
      readFileSync(path, 'utf8')
        .replace(/^---\n.*?\n---\n/s, '')
        .replace(/<[^>]*>/g, ''),
    );
