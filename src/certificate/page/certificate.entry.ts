import './course-certificate.element.ts';
import './number-check.element.ts';
