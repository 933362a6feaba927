import './answer-set.element.ts';
import '../../page/print-buttons.ts';
