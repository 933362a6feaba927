import '../../progress/page/contents-link.ts';
import './evaluation-sheet.element.ts';
