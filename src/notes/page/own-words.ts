import { ownStorage } from '../../kept/page/own-storage.ts';
import { keepMarks } from './own-marks.ts';
import { keepNotes } from './own-notes.ts';
import type { OwnWords, OwnWordsText } from './own-words-file.ts';

/** What the build writes above this script. */
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
