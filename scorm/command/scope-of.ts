import type { Course, CourseFile } from '../../src/course/course.ts';
import { courseScope, moduleScope, type Scope } from '../package/scope.ts';
import { inUnits } from '../package/units.ts';
import type { CliOptions } from './options.ts';
import { UsageError } from './usage-error.ts';

/** The requested course or module. @throws UsageError that lists the available ones */
export function scopeOf(file: CourseFile, options: CliOptions): Scope {
  const course = courseOf(file, options);
  const { scope: name, track, passMark, completion } = options;
  if (track !== undefined) {
    const tracks = course.tracks.map(({ id }) => id);
    if (!tracks.includes(track))
      throw new UsageError(`There is no track "${track}". Write one of: ${tracks.join(', ')}.`);
    if (name !== 'course')
      throw new UsageError('A track goes through the whole course. Leave out --scope or --track.');
  }
  const isOtherRule = Object.keys(completion).length > 0;
  if (isOtherRule && name !== 'course')
    throw new UsageError(
      'A module is complete when its lessons are read, its cases played and its check passed. Leave out --scope or --completion.',
    );
  if (isOtherRule && course.completion.checks !== 'final')
    throw new UsageError('The course has no final assessment. Leave out --completion.');
  const marked = {
    ...course,
    ...(passMark !== undefined && { masteryScore: passMark }),
    completion: { ...course.completion, ...completion },
  };
  const scope = name === 'course' ? courseScope(marked, track) : moduleScope(marked, name);
  if (scope && options.form === 'modules') return inUnits(scope);
  if (scope)
    return isOtherRule || passMark !== undefined ? { ...scope, hasOwnRule: true as const } : scope;
  const modules = course.modules.map(({ id }) => id).join(', ');
  throw new UsageError(`There is no module "${name}". Write course, or one of: ${modules}.`);
}

function courseOf({ courses }: CourseFile, { language }: CliOptions): Course {
  const first = Object.values(courses)[0]?.languages[0];
  const chosenLanguage = language ?? first ?? '';
  const course = courses[chosenLanguage];
  if (course) return course;
  throw new UsageError(
    `The course does not exist in "${chosenLanguage}". There is: ${Object.keys(courses).join(', ')}.`,
  );
}
