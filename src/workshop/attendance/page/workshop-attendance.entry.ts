import '../../../site/meet-reader.ts';
import './workshop-attendance.element.ts';
