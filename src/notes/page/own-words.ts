import { ownStorage } from '../../kept/page/own-storage.ts';
import { keepMarks } from './own-marks.ts';
import { keepNotes } from './own-notes.ts';
import type { OwnWords, OwnWordsText } from './own-words-file.ts';

/** The globals of this script: the text that the build writes above it, and the object that it defines. */
interface OwnWordsWindow {
  atiOwnWordsText?: OwnWordsText;
  atiOwnWords?: OwnWords;
}

const place = window as OwnWordsWindow;
const words = place.atiOwnWordsText;

if (words !== undefined)
  place.atiOwnWords = {
    start(learnerKey) {
      const storage = ownStorage(learnerKey);
      keepNotes(storage, words);
      keepMarks(storage, words);
    },
  };
