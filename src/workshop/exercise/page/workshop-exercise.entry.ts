import './workshop-exercise.element.ts';
