import '../../../site/meet-reader.ts';
import './workshop-plan.element.ts';
