import '../../../site/meet-reader.ts';
import './workshop-agenda.element.ts';
