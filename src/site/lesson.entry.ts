import { offerPictures } from '../lesson/Figure/page/offer-pictures.ts';
import { meetOwnWords } from '../notes/page/meet-own-words.ts';
import { watchLessonEnd } from '../progress/page/lesson-end.ts';
import { awaitQuestions } from '../questions/page/await-questions.ts';
import './page.entry.ts';
import { prefetchNext } from './prefetch-next.ts';

awaitQuestions();
watchLessonEnd();
offerPictures();
meetOwnWords();
prefetchNext();
