import './keep-offline.element.ts';
