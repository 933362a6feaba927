import './workshop-attendance.element.ts';
