import { explainTerms } from '../lesson/Term/explain-terms.ts';
import { meetOwnWords } from '../notes/page/meet-own-words.ts';
import './follow-track.ts';

explainTerms();
meetOwnWords();
