import '../../site/look.ts';
import './item-statistics.element.ts';
