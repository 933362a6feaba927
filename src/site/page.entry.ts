import { explainTerms } from '../lesson/Term/explain-terms.ts';
import './follow-track.ts';

explainTerms();
