import './lesson/own-notes.element.ts';
import './question/check-question.element.ts';
import { explainTerms } from './lesson/explain-terms.ts';
import { watchLessonEnd } from './page/lesson-end.ts';

watchLessonEnd();
explainTerms();
