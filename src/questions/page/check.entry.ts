import '../../site/follow-track.ts';
import './module-check.element.ts';
