import '../../../site/meet-reader.ts';
import './workshop-readiness.element.ts';
