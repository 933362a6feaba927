import '../../../site/copy-document.element.ts';
import '../../../site/lesson.entry.ts';
import './save-document.element.ts';
