import '../lesson/Reflect/own-notes.element.ts';
import '../questions/page/check-question.element.ts';
import './follow-track.ts';
import { explainTerms } from '../lesson/Term/explain-terms.ts';
import { watchLessonEnd } from '../progress/page/lesson-end.ts';

watchLessonEnd();
explainTerms();
