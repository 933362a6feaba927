import './statistics/item-statistics.element.ts';
