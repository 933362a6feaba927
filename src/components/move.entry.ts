import './page/move-progress.element.ts';
