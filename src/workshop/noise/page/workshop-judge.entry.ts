import './noise-version.element.ts';
import '../../page/print-buttons.ts';
