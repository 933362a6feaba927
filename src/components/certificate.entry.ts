import './certificate/course-certificate.element.ts';
import './certificate/number-check.element.ts';
