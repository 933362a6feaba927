import { longestSuspendData } from '../../../src/progress/widest.ts';
import type { Standard } from '../standard.ts';
import { courseStructure } from './course-structure.ts';

/** A statement that is on its way when the page closes, its context at its widest. */
const statementBytes = 3000;

/** cmi5: one assignable unit, statements for what happens, the attempt in a state document. */
export const cmi5: Standard = {
  id: 'cmi5',
  name: 'cmi5',
  folder: import.meta.dirname,
  messages: 'cmi5',
  manifestName: 'cmi5.xml',
  manifest: (course) => courseStructure(course).text,
  // A statement has room for any id.
  token: (id) => id,
  // Everything was sent when it happened: what is left is the state, the last act and the end.
  hasRecordStore: true,
  exitBytes: () => longestSuspendData + 3 * statementBytes,
};
