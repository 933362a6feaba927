import { copiesOf } from '../../src/progress/copies.ts';
import { earlierOf } from './copies-data.ts';
import { showCopiesNotices } from './copies-notices.ts';
import type { CopiesWindow } from './load-copies.ts';

const data = window.atiCopiesData ?? { earlier: {}, notices: '' };

(window as CopiesWindow).atiCopies = {
  copiesOf: ({ structure, earlier }) => copiesOf(structure, { ...earlierOf(data), ...earlier }),
  showNotices: (session, course, acts) => showCopiesNotices(data.notices, session, course, acts),
};
