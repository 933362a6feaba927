import { bundleScript } from '../bundling/bundle.ts';
import { translator } from '../course/interface.ts';
import type { Course } from '../course/course.ts';
import type { AnsweringText } from '../questions/page/answering-file.ts';
import { answeringScript } from './bundles.ts';

/** Text of `assets/answering-<language>.js`, which a lesson loads when the reader nears its first question. */
export async function answeringFile(course: Course): Promise<string> {
  const t = translator(course.language, course.interface);
  const text: AnsweringText = {
    allRight: t('lesson.allRight'),
    notYet: t('lesson.notYet'),
    incomplete: t('lesson.incomplete'),
    revealed: t('lesson.revealed'),
  };
  return `window.atiAnsweringText=${JSON.stringify(text)};\n${await bundleScript(answeringScript)}`;
}
