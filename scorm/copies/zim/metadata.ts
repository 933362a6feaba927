import { translator } from '../../../src/course/interface.ts';
import type { Course } from '../../../src/course/course.ts';
import type { Scope } from '../../package/scope.ts';
import { PackageError } from '../../package/package-rules.ts';
import type { Item } from './entry.ts';
import { languageCode } from './language-code.ts';

/** Longest title and description that catalogues show, in characters (openZIM, "Metadata"). */
const longest = { title: 30, description: 80 };

/**
 * Metadata of an archive, for catalogues (openZIM, "Metadata").
 * @param languages the course in each language that is in the archive, the original first
 * @param content items of the archive, counted by media type
 * @throws PackageError if the ISO 639-3 code of a language is unknown
 */
export function metadata(
  { scope, languages }: { readonly scope: Scope; readonly languages: readonly Course[] },
  content: readonly Item[],
): Item[] {
  const { course, isWhole } = scope;
  const t = translator(course.language, course.interface);
  const [title, description] = isWhole
    ? [t('copy.shelfTitle'), t('copy.shelfDescription')]
    : [course.title, course.summary];
  const facts = {
    Name: `${course.id}_${languages.map(({ language }) => language).join('_')}`,
    Title: shortened(title, longest.title),
    Description: shortened(description, longest.description),
    LongDescription: course.summary,
    Language: languages.map(codeOf).join(','),
    Creator: t('copy.shelfCreator'),
    Publisher: t('copy.shelfCreator'),
    Date: course.date,
    Flavour: 'all',
    License: 'CC-BY-4.0',
    Scraper: `${course.id} ${course.version}`,
    Tags: '_category:other;_pictures:yes;_videos:no;_details:yes;_ftindex:no',
    Counter: counted(content),
  };
  return Object.entries(facts).map(([path, text]) => ({
    namespace: 'M',
    path,
    type: 'text/plain;charset=utf-8',
    bytes: new TextEncoder().encode(text),
  }));
}

function codeOf({ language }: Course): string {
  const code = languageCode(language);
  if (code !== undefined) return code;
  throw new PackageError([
    {
      file: 'ZIM archive',
      field: 'Language',
      message: `The ISO 639-3 code of the language "${language}" is unknown.`,
      suggestion: 'Add it to scorm/copies/zim/language-code.ts.',
    },
  ]);
}

/** Cuts a text after a word, to at most `most` characters as a reader counts them. */
function shortened(text: string, most: number): string {
  const characters = [...new Intl.Segmenter().segment(text)].map(({ segment }) => segment);
  if (characters.length <= most) return text;
  const start = characters.slice(0, most - 1).join('');
  return `${start.replace(/[\s,;:]+\S*$/, '')}…`;
}

/** Number of items of each media type, as `type=count;type=count`. */
function counted(content: readonly Item[]): string {
  const counts = new Map<string, number>();
  for (const { type } of content) counts.set(type, (counts.get(type) ?? 0) + 1);
  return [...counts]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([type, count]) => `${type}=${count}`)
    .join(';');
}
