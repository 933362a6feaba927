import '../../../site/meet-reader.ts';
import './workshop-entry.element.ts';
