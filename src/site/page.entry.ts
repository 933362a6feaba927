import { meetTerms } from '../lesson/Term/meet-terms.ts';
import { loadReader } from '../progress/page/page-recorder.ts';
import { meetCitations } from '../sources/page/meet-citations.ts';
import './follow-track.ts';

meetTerms(loadReader);
meetCitations();
