import './follow-track.ts';
import '../progress/page/start.entry.ts';
import { prefetchNext } from './prefetch-next.ts';

prefetchNext();
