import './workshop-entry.element.ts';
