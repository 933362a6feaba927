import './contents-link.ts';
import './move-progress.element.ts';
