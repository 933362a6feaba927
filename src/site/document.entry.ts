import './copy-document.element.ts';
import './lesson.entry.ts';
