import './home-law.element.ts';
