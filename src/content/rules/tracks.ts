import { assessments, halfOf, shares } from '../../course/assessment.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { caseMinutes, lessonMinutes } from '../../course/minutes.ts';
import { coreLessons } from '../../course/structure.ts';
import { trackMinutes } from '../../course/track.ts';
import type { ParsedContent } from '../parsed-content.ts';
import { nearestOr } from '../diagnostics/nearest-name.ts';

/**
 * Tracks and the assessment: names that lead nowhere, a promise of time that is not kept, banks too
 * small for the blueprint, a rule that needs what the course has not.
 */
export const trackFaults = (content: ParsedContent): Diagnostic[] => [
  ...trackNames(content),
  ...promises(content),
  ...blueprint(content),
];

const inCourse = (field: string, message: string, suggestion: string): Diagnostic => ({
  file: 'course.yaml',
  field,
  message,
  suggestion,
});

function trackNames({ course, words, language, unread }: ParsedContent): Diagnostic[] {
  const lessons = course.modules.flatMap((module) => module.lessons.map(({ id }) => id));
  const faults: Diagnostic[] = [];
  const file = `${language}/course.yaml`;
  course.tracks.forEach(({ id, lessons: wanted }, t) => {
    if (course.tracks.findIndex((other) => other.id === id) !== t)
      faults.push(inCourse(`tracks.${t}.id`, `"${id}" stands there twice.`, 'Choose another id.'));
    if (!unread.has(file) && words.tracks[id] === undefined)
      faults.push({
        file,
        field: `tracks.${id}`,
        message: 'Missing.',
        suggestion: 'Write title and summary of the track.',
      });
    if (wanted === 'all') return;
    wanted.forEach((lesson, l) => {
      if (!lessons.includes(lesson))
        faults.push(
          inCourse(
            `tracks.${t} (${id}).lessons.${l}`,
            `No lesson is called "${lesson}".`,
            nearestOr(lesson, lessons, 'Mend the spelling, or remove it.'),
          ),
        );
    });
  });
  for (const id of Object.keys(words.tracks))
    if (!course.tracks.some((track) => track.id === id))
      faults.push({
        file,
        field: `tracks.${id}`,
        message: `The course has no track "${id}".`,
        suggestion: 'Remove it, or add the track to course.yaml.',
      });
  if (course.completion.lessons === 'core' && course.tracks.length === 0)
    faults.push(
      inCourse('completion.lessons', 'Found "core", but there are no tracks.', 'Write "all".'),
    );
  return faults;
}

/** A track that promises minutes keeps them, by the same count that its pages show. */
function promises({ course, lessons, scenarios }: ParsedContent): Diagnostic[] {
  const timedLessons = [...lessons].map(([id, { mdx }]) => ({
    id,
    minutes: lessonMinutes(mdx.words, mdx.uses.filter(({ name }) => name === 'Check').length),
  }));
  const timedCases = [...scenarios.values()].map((scenario) => ({
    stage: scenario.stage,
    minutes: caseMinutes(scenario),
  }));
  return course.tracks.flatMap(({ id, lessons: wanted, cases, questions, within }, t) => {
    const way = { lessons: coreLessons(course, wanted), cases, questions };
    const minutes = trackMinutes(way, timedLessons, timedCases);
    return within === undefined || minutes <= within
      ? []
      : [
          inCourse(
            `tracks.${t} (${id}).within`,
            `The track takes ${minutes} minutes, not ${within}.`,
            'Take a lesson out of it, shorten one, or promise less.',
          ),
        ];
  });
}

function blueprint({ course, questions }: ParsedContent): Diagnostic[] {
  if (course.assessment === undefined)
    return course.completion.checks === 'final'
      ? [
          inCourse(
            'completion.checks',
            'Found "final", but there is no assessment.',
            'Write assessment: with a blueprint, or checks: passed.',
          ),
        ]
      : [];
  const weights = course.assessment.blueprint;
  const untold =
    course.tracks.length > 0
      ? []
      : [
          inCourse(
            'assessment',
            'No track says how many questions it asks.',
            'Write tracks:, or leave the assessment out.',
          ),
        ];
  const unknown = Object.keys(weights)
    .filter((id) => !course.modules.some((module) => module.id === id && module.check))
    .map((id) =>
      inCourse(
        `assessment.blueprint.${id}`,
        `No module with a check is called "${id}".`,
        'Mend the spelling, or remove it.',
      ),
    );
  const weightless = Object.values(weights).some((weight) => weight > 0)
    ? []
    : [
        inCourse(
          'assessment.blueprint',
          'No module has a weight, so the assessments would ask nothing.',
          'Write a weight of 1 or more for each module that is to be asked about.',
        ),
      ];
  const banks = course.modules.filter(({ check }) => check);
  // A module may give more of fewer questions: largest remainders do not grow evenly.
  const wanted = course.tracks.map((track) =>
    shares(
      banks.map(({ id }) => weights[id] ?? 0),
      track.questions,
    ),
  );
  const small = banks.flatMap(({ id }, index) => {
    const bank = questions.get(id)?.filter(({ use }) => use === 'bank');
    if (bank === undefined) return [];
    const least = Math.min(...assessments.map((one) => halfOf(bank, one).length));
    const share = Math.max(0, ...wanted.map((each) => each[index] ?? 0));
    return least >= share
      ? []
      : [
          inCourse(
            `assessment.blueprint.${id}`,
            `The assessments ask ${share} questions each, but half of the bank has ${least}.`,
            'Write more questions with use: bank, or lower the weight.',
          ),
        ];
  });
  return [...untold, ...unknown, ...weightless, ...small];
}
