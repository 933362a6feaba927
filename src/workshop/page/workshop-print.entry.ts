import './print-buttons.ts';
