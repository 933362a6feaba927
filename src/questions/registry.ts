/** The kinds of question, by the name that `questions.yaml` gives them (`kind`). One line a kind. */
export { single } from './single/kind.ts';
export { several } from './several/kind.ts';
export { matching } from './matching/kind.ts';
export { ordering } from './ordering/kind.ts';
export { numeric } from './numeric/kind.ts';
export { continuum } from './continuum/kind.ts';
