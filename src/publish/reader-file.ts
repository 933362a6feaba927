import { bundleScript } from '../bundling/bundle.ts';
import { messageKey, translator } from '../course/interface.ts';
import type { Course } from '../course/course.ts';
import type { ReaderText } from '../reader/page/reader-file.ts';
import { readerScript } from './bundles.ts';

/** Messages of other pages that the reader's tools also use, keyed by the tools' own names for them. */
const shared = {
  memory: 'tracking.memory',
  unreadable: 'tracking.unreadable',
  'unreadable-more': 'tracking.unreadable-more',
  'no-shell': 'tracking.no-shell',
  'back-to-shell': 'tracking.back',
  'scheme-device': 'slides.scheme-device',
  'scheme-light': 'slides.scheme-light',
  'scheme-dark': 'slides.scheme-dark',
  scheme: 'slides.scheme',
  close: 'lesson.closeTerm',
  printForbidden: 'site.printForbidden',
} as const;

/**
 * Text of `assets/reader-<language>.js`, which a page loads on its reader's first interaction: messages, file names,
 * and the script of the reader's tools.
 * @param names maps the path by which pages know a file to its name after the build
 */
export async function readerFile(
  course: Course,
  names: Pick<ReadonlyMap<string, string>, 'get'>,
): Promise<string> {
  const t = translator(course.language, course.interface);
  // Placeholders stay in the text; the script fills them in.
  const open = { heading: '{heading}', name: '{name}' };
  const words: Record<string, string> = {};
  for (const name of Object.keys(course.interface.messages['reader'] ?? {}))
    words[name] = t(messageKey(`reader.${name}`), open);
  for (const [name, key] of Object.entries(shared)) words[name] = t(key);
  const beside = (file: string) => (names.get(`assets/${file}`) ?? file).replace('assets/', '');
  const text: ReaderText = {
    words,
    style: beside('reader.css'),
    ownWords: beside(`own-words-${course.language}.js`),
    record: `../${course.language}/record.html`,
  };
  return `window.atiReaderText=${JSON.stringify(text)};\n${await bundleScript(readerScript)}`;
}
