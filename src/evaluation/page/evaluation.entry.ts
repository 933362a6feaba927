import './evaluation-sheet.element.ts';
