import '../../../site/document.entry.ts';
import './save-document.element.ts';
