import '../../../site/meet-reader.ts';
import '../../page/workshop-timer.element.ts';
import './workshop-room.element.ts';
