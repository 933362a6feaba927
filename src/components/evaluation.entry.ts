import './evaluation/evaluation-sheet.element.ts';
