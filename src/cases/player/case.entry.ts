import './case-player.element.ts';
