import './question/final-check.element.ts';
