import { caseMinutes, lessonMinutes } from '../../course/minutes.ts';
import { coreLessons } from '../../course/structure.ts';
import { trackMinutes } from '../../course/track.ts';
import { nearestOr } from '../diagnostics/nearest-name.ts';
import type { Rule } from './rule.ts';

const file = 'course.yaml';

/**
 * Tracks that name unknown lessons, and tracks that take longer than they promise, by the minutes that their pages
 * show.
 */
export const track: Rule = {
  id: 'track',
  check({ course, lessons, scenarios }, report) {
    const names = course.modules.flatMap((module) => module.lessons.map(({ id }) => id));
    const lessonIds = new Set(names);
    if (course.completion.lessons === 'core' && course.tracks.length === 0)
      report({
        file,
        field: 'completion.lessons',
        message: 'It is "core", and the course has no tracks.',
        suggestion: 'Write "all".',
      });
    const timedLessons = [...lessons].map(([id, { mdx }]) => ({
      id,
      minutes: lessonMinutes(mdx.words, mdx.uses.filter(({ name }) => name === 'Check').length),
    }));
    const timedCases = [...scenarios.values()].map((scenario) => ({
      stage: scenario.stage,
      minutes: caseMinutes(scenario),
    }));
    course.tracks.forEach(({ id, lessons: coreRule, first, cases, questions, within }, t) => {
      if (coreRule !== 'all')
        coreRule.forEach((lesson, l) => {
          if (!lessonIds.has(lesson))
            report({
              file,
              field: `tracks.${t} (${id}).lessons.${l}`,
              message: `There is no lesson "${lesson}".`,
              suggestion: nearestOr(lesson, names, 'Correct the name, or delete it.'),
            });
        });
      const core = coreLessons(course, coreRule);
      if (first !== undefined && !core.includes(first))
        report({
          file,
          field: `tracks.${t} (${id}).first`,
          message: `The track begins with "${first}", which is not one of its core lessons.`,
          suggestion: nearestOr(first, core, 'Name one of them, or leave first out.'),
        });
      const way = { lessons: core, cases, questions };
      const minutes = trackMinutes(way, timedLessons, timedCases);
      if (within !== undefined && minutes > within)
        report({
          file,
          field: `tracks.${t} (${id}).within`,
          message: `The track ${id} takes ${minutes} minutes, not ${within}.`,
          suggestion: 'Take a lesson out of it, shorten one, or promise less.',
        });
    });
  },
};
