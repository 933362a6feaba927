import '../../../site/meet-reader.ts';
import './workshop-noise.element.ts';
