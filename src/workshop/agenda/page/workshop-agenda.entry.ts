import './workshop-agenda.element.ts';
