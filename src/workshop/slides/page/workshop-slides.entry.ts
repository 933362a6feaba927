import './workshop-slides.element.ts';
