import {
  longestSuspendData,
  mostChecksAndCases,
  widestSuspendData,
} from '../../progress/widest.ts';
import { contentStructure } from '../content-structure.ts';
import type { Rule } from './rule.ts';

const inEnglish = new Intl.NumberFormat('en');

/** A course whose largest possible stored state does not fit into every LMS (P01). */
export const stateSize: Rule = {
  id: 'state-size',
  check(content, report) {
    const structure = contentStructure(content);
    // `bank-size` reports a check that asks for more questions than its bank has.
    if (structure.checks.some(({ draw, questions }) => draw > questions.length)) return;
    const parts = structure.checks.length + structure.cases.length;
    if (parts > mostChecksAndCases) {
      report({
        file: 'course.yaml',
        message: `The course has ${parts} checks and cases, and the stored state can name ${mostChecksAndCases}.`,
        suggestion: 'Take modules or cases out, or make two courses of it.',
      });
      return;
    }
    const characters = widestSuspendData(structure);
    if (characters <= longestSuspendData) return;
    report({
      file: 'course.yaml',
      message:
        `A learner who has done everything needs ${inEnglish.format(characters)} characters of suspend data, ` +
        `and some platforms keep no more than ${inEnglish.format(longestSuspendData)}.`,
      suggestion:
        'Lower "questions" of the longest track or "draw" of the longest check, or take out a case; ' +
        'a case costs least with few decisions.',
    });
  },
};
