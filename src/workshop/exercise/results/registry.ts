/** Results of a table that is filled in, by the name of the kind. One line a kind. */
export { continuum } from './continuum.ts';
export { costs } from './costs.ts';
export { counts } from './counts.ts';
export { grid } from './grid.ts';
export { list } from './list.ts';
export { ranking } from './ranking.ts';
export { wording } from './wording.ts';
