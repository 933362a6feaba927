import './fill-in.element.ts';
