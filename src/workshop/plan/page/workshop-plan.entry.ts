import './workshop-plan.element.ts';
