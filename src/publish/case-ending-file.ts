import { bundleScript } from '../bundling/bundle.ts';
import type { EndingWords } from '../cases/player/ending/ending-file.ts';
import { translator } from '../course/interface.ts';
import type { Course } from '../course/course.ts';
import { caseEndingScript } from './bundles.ts';

/** Text of `assets/case-ending-<language>.js`, which the page of a case loads after the first decision. */
export async function caseEndingFile(course: Course): Promise<string> {
  const t = translator(course.language, course.interface);
  const heading = '{heading}';
  const words: EndingWords = {
    unseen: t('play.unseen', { heading }),
    whatIf: t('play.whatIf'),
    twoWays: t('play.twoWays', { heading }),
    yours: t('play.yours'),
    other: t('play.other'),
    next: t('play.next'),
    same: t('play.same', { heading }),
    alike: t('play.alike'),
    unseenHere: t('play.unseenHere'),
    parts: t('play.parts', { heading }),
    take: t('play.take'),
  };
  return `window.atiCaseEndingWords=${JSON.stringify(words)};\n${await bundleScript(caseEndingScript)}`;
}
