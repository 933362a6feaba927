import './module-check.element.ts';
