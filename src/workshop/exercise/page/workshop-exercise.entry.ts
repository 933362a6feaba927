import '../../../site/meet-reader.ts';
import './workshop-exercise.element.ts';
