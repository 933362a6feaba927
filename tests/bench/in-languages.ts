import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';

/**
 * The course in so many languages, each a copy of the first under a tag of its own: every page, case and
 * question again, with words of the same length.
 * @param root folder that is made anew
 * @returns the folder
 */
export function contentInLanguages(root: string, count: number): string {
  rmSync(root, { recursive: true, force: true });
  cpSync('content', root, { recursive: true });
  const path = join(root, 'course.yaml');
  const course = parse(readFileSync(path, 'utf8')) as { languages: string[] };
  const [first] = course.languages;
  if (first === undefined) throw new Error(`${path} names no language.`);
  const further = Array.from({ length: count - 1 }, (_, index) => `${first}-x-copy${index + 2}`);
  for (const language of further)
    cpSync(join(root, first), join(root, language), { recursive: true });
  writeFileSync(path, stringify({ ...course, languages: [first, ...further] }));
  return root;
}
