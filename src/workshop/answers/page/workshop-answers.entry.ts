import './workshop-answers.element.ts';
