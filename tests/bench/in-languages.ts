import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';

/** Regions for the tags of the copies: browsers and Node can name a language with a region. */
const regions = 'AU BB BS BZ CA FJ GH IE JM KE MT NG NZ TT ZA'.split(' ');

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
  if (count - 1 > regions.length)
    throw new Error(`The course can be had in ${regions.length + 1} languages at most.`);
  const further = regions.slice(0, count - 1).map((region) => `${first}-${region}`);
  for (const language of further)
    cpSync(join(root, first), join(root, language), { recursive: true });
  writeFileSync(path, stringify({ ...course, languages: [first, ...further] }));
  return root;
}
