import './booster-set.element.ts';
