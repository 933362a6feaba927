import './move-progress.element.ts';
