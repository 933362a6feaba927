import '../../site/follow-track.ts';
import './final-check.element.ts';
