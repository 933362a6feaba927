import { bundleScript } from '../bundling/bundle.ts';
import { messageKey, translator } from '../course/interface.ts';
import type { Course } from '../course/course.ts';
import type { ReaderText } from '../reader/page/reader-file.ts';
import { readerScript } from './bundles.ts';

/** Words of other pages that the reader's tools say too, by the name under which they ask for them. */
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
 * Text of `assets/reader-<language>.js`, which a page loads as soon as its reader does anything: words, names of files,
 * and the script of the reader's tools.
 * @param names what a file is called after the build, by the path pages know it by
 */
export async function readerFile(
  course: Course,
  names: Pick<ReadonlyMap<string, string>, 'get'>,
): Promise<string> {
  const t = translator(course.language, course.interface);
  // The places of a sentence stay open for the script.
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
