import '../../site/meet-reader.ts';
import './keep-offline.element.ts';
