import './copy-document.element.ts';
import './page.entry.ts';
