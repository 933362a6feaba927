import type { Course } from '../../src/course/course.ts';

/** The course or module in a package, as the manifest states it. */
export interface PackagedCourse {
  /** Permanent identifier in the manifest, made from ids and the language, never from a title or a date (P30). */
  readonly id: string;
  readonly title: string;
  readonly language: string;
  /** Summary in a sentence or two. */
  readonly summary: string;
  /** Whether it has a check, so that it can be passed. */
  readonly canBePassed: boolean;
  /** Scaled mastery score, 0 to 1; present only if the manifest passes it to the LMS (P22). */
  readonly masteryScore?: number;
}

/** A part of the course that is a separate SCO. */
export interface PackagedUnit {
  /** Id of the module, or `final`. */
  readonly name: string;
  readonly title: string;
  /** File that an LMS opens, at the root of the package. */
  readonly launch: string;
  /** Whether it contributes the score and the success of the course. */
  readonly givesScore: boolean;
}

/** File that an LMS opens. */
export const launchFile = 'index.html';

/** Longest title or identifier that every LMS can store; Moodle's import fails above it. */
const longestTitle = 255;

/** The data that a manifest states about the packaged course or module. */
export function packagedCourse(
  course: Pick<Course, 'id' | 'language' | 'masteryScore' | 'structure' | 'summary' | 'title'>,
  { withMasteryScore }: { withMasteryScore: boolean },
): PackagedCourse {
  return {
    id: `${course.id}.${course.language}`,
    title: cut(course.title),
    language: course.language,
    summary: course.summary,
    canBePassed: course.structure.checks.length > 0 || course.structure.assessment !== undefined,
    ...(withMasteryScore && { masteryScore: course.masteryScore }),
  };
}

function cut(title: string) {
  const characters = Array.from(title);
  return characters.length <= longestTitle
    ? title
    : `${characters.slice(0, longestTitle - 1).join('')}…`;
}
