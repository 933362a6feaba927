import { completionRule } from '../../src/course/completion.ts';
import type { Course } from '../../src/course/course.ts';
import { heaviestExit } from '../../src/progress/log.ts';
import type { Standard } from '../standards/standard.ts';
import { PackageError } from './package-rules.ts';

/**
 * States in one line how many bytes are sent when a page closes after everything in the course was done.
 * @throws PackageError if it exceeds what a browser sends at exit (P01); the message says what to change
 */
export function exitSizeLine(
  course: Course,
  { id, exitBytes }: Pick<Standard, 'id' | 'exitBytes'>,
): string {
  const bytes = exitBytes({ ...course, rule: completionRule(course) });
  const kilobytes = (size: number) => `${(size / 1024).toFixed(1)} kB`;
  const found = `Everything done, ${kilobytes(bytes)} of at most ${kilobytes(heaviestExit)} are sent at exit`;
  if (bytes <= heaviestExit) return `${found} (${id}).`;
  throw new PackageError([
    {
      file: `${id} package`,
      field: 'exit',
      message: `${found}; a browser would not send it.`,
      suggestion:
        'Reduce the number of learning objectives, or set "report" of the evaluation to false in course.yaml.',
    },
  ]);
}
