import { longestSuspendData } from '../../../src/progress/widest.ts';
import type { Standard } from '../standard.ts';
import { courseStructure } from './course-structure.ts';

/** A statement sent when the page closes, with its largest possible context. */
const statementBytes = 3000;

/** cmi5: one assignable unit, statements for events, the attempt in a state document. */
export const cmi5: Standard = {
  id: 'cmi5',
  name: 'cmi5',
  folder: import.meta.dirname,
  messages: 'cmi5',
  manifestName: 'cmi5.xml',
  manifest: (course) => courseStructure(course).text,
  // A statement has room for any id.
  token: (id) => id,
  // Events are sent as they happen; at exit only the state, the last event and the end remain.
  hasRecordStore: true,
  exitBytes: () => longestSuspendData + 3 * statementBytes,
};
