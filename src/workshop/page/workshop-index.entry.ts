import './print-buttons.ts';
import './workshop-timer.element.ts';
