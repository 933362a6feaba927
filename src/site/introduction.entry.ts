import './follow-track.ts';
import '../progress/page/start.entry.ts';
