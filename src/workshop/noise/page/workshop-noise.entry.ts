import './workshop-noise.element.ts';
