import { offerPictures } from '../lesson/Figure/page/offer-pictures.ts';
import { meetOwnWords } from '../notes/page/meet-own-words.ts';
import { watchLessonEnd } from '../progress/page/lesson-end.ts';
import '../questions/page/check-question.element.ts';
import './page.entry.ts';
import { prefetchNext } from './prefetch-next.ts';

watchLessonEnd();
offerPictures();
meetOwnWords();
prefetchNext();
