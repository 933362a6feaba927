import './workshop-readiness.element.ts';
