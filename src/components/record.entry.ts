import './page/learner-record.element.ts';
