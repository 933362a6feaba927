import { shares } from '../../course/assessment.ts';
import { assessments, halfOf, withHalves } from '../../course/halves.ts';
import { publishedBanks } from '../published-structures.ts';
import type { Rule } from './rule.ts';

/** Faults of pre-test and final: unknown modules in the blueprint, and banks too small for a track. */
export const assessment: Rule = {
  id: 'assessment',
  check({ course, questions, history }, report) {
    const tell = (field: string, message: string, suggestion: string) =>
      report({ file: 'course.yaml', field, message, suggestion });
    if (course.assessment === undefined) {
      if (course.completion.checks === 'final')
        tell(
          'completion.checks',
          'It is "final", and the course has no assessment.',
          'Write assessment: with a blueprint, or checks: passed.',
        );
      return;
    }
    const weights = course.assessment.blueprint;
    if (course.tracks.length === 0)
      tell(
        'assessment',
        'No track says how many questions the assessment asks.',
        'Write tracks:, or leave the assessment out.',
      );
    const banks = course.modules.filter(({ check }) => check);
    const names = new Set(banks.map(({ id }) => id));
    for (const id of Object.keys(weights))
      if (!names.has(id))
        tell(
          `assessment.blueprint.${id}`,
          `There is no module "${id}" with a check.`,
          'Correct the name, or delete it.',
        );
    if (!Object.values(weights).some((weight) => weight > 0))
      tell(
        'assessment.blueprint',
        'No module has a weight, so the assessments would ask nothing.',
        'Write a weight of 1 or more for each module that is to be asked about.',
      );
    // Checks every count, because by largest remainders a module may get more questions from a smaller total.
    const sharesOfTracks = course.tracks.map((track) =>
      shares(
        banks.map(({ id }) => weights[id] ?? 0),
        track.questions,
      ),
    );
    banks.forEach(({ id }, index) => {
      const bank = questions.get(id)?.filter(({ use }) => use === 'bank');
      if (bank === undefined) return;
      const halves = withHalves(bank, publishedBanks(history));
      const least = Math.min(...assessments.map((one) => halfOf(halves, one).length));
      const share = Math.max(0, ...sharesOfTracks.map((each) => each[index] ?? 0));
      if (least < share)
        tell(
          `assessment.blueprint.${id}`,
          `Each assessment asks ${share} questions of ${id}, and half of its bank has ${least}.`,
          'Write more questions with use: bank, or lower the weight.',
        );
    });
  },
};
