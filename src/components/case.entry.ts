import './case/case-player.element.ts';
