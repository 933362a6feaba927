import './ten-minutes.element.ts';
