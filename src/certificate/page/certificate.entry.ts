import './course-certificate.element.ts';
import './verify-certificate.element.ts';
