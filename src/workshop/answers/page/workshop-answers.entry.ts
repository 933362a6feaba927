import '../../../site/meet-reader.ts';
import './workshop-answers.element.ts';
