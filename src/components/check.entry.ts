import './question/module-check.element.ts';
