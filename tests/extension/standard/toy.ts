import type { Standard } from '../../../scorm/standards/standard.ts';

/** A standard that no LMS knows: a manifest of one line, answers by number. */
export const toy: Standard = {
  id: 'toy',
  name: 'Toy',
  folder: import.meta.dirname,
  messages: 'scorm12',
  manifestName: 'toy.xml',
  manifest: ({ id }, paths) => `<toy course="${id}" files="${paths.length}"/>\n`,
  token: (_, position) => `t${position + 1}`,
  exitBytes: () => 0,
  lms: {
    recognises: ({ namespace }) => namespace === 'toy',
    exit: 'exit',
    mode: 'mode',
    restartsWhenEnded: false,
    elementsAtLaunch: ({ kept, learner }) => ({ ...kept, learner: learner.id }),
  },
};
