import './your-notes.element.ts';
