import './item-statistics.element.ts';
