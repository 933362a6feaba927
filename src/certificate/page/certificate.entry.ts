import '../../progress/page/contents-link.ts';
import './course-certificate.element.ts';
import './verify-certificate.element.ts';
