import '../../site/follow-track.ts';
import './case-player.element.ts';
