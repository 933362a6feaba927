import { translator } from '../course/interface.ts';
import type { Course } from '../course/course.ts';
import { bundleScript } from '../bundling/bundle.ts';
import type { OwnWordsText } from '../notes/page/own-words-file.ts';
import { ownWordsScript } from './bundles.ts';

/** Text of `assets/own-words-<language>.js`: the messages, followed by the script of notes and marks. */
export async function ownWordsFile(course: Course): Promise<string> {
  const t = translator(course.language, course.interface);
  const words: OwnWordsText = {
    mark: t('notes.mark'),
    unmark: t('notes.unmark'),
    changed: t('notes.changedHere'),
    refused: t('kept.refused'),
    all: t('notes.title'),
  };
  return `window.atiOwnWordsText=${JSON.stringify(words)};\n${await bundleScript(ownWordsScript)}`;
}
