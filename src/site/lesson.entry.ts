import { offerPictures } from '../lesson/Figure/page/offer-pictures.ts';
import { watchLessonEnd } from '../progress/page/lesson-end.ts';
import '../questions/page/check-question.element.ts';
import './page.entry.ts';

watchLessonEnd();
offerPictures();
