import './final-check.element.ts';
