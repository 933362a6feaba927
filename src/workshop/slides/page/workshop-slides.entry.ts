import '../../../site/meet-reader.ts';
import './workshop-slides.element.ts';
