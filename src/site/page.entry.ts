import { explainTerms } from '../lesson/Term/explain-terms.ts';
import { meetCitations } from '../sources/page/meet-citations.ts';
import './follow-track.ts';

explainTerms();
meetCitations();
