import type { Structure } from '../../src/course/structure.ts';
import type { TrackedCourse } from '../../src/progress/session.ts';

/**
 * Data of the course for the shell of a package. The packager writes it as a classic script
 * (`course-file.ts`), because a package may not contain `.json` and `file://` allows no `fetch`.
 */
export interface CourseData extends TrackedCourse {
  /** Build id of the package; every page of it has the same one (`data-build`). */
  readonly build: string;
  /** Version of the course. */
  readonly version: string;
  /** Address, relative to the shell, of the page with the learner's record and the changes. */
  readonly record: string;
  /** Pages of the package in which a learner can resume: lessons, cases, modules and checks. */
  readonly pages: readonly PageEntry[];
  /** Address, relative to the shell, of the page for a first launch. */
  readonly start: string;
  /** URL, relative to the shell, of the script that handles other copies of the progress. */
  readonly copies: string;
  /** Whether the bar always links to the diagnostics page. */
  readonly hasDiagnostics?: true;
  /** Structures of earlier releases of a part, by fingerprint; those of a whole course are in the `copies` script. */
  readonly earlier?: Readonly<Record<string, Structure>>;
  /** The other parts of a course with separately launched parts; absent if it is one unit. */
  readonly others?: readonly OtherPart[];
  /** `status` if only completion and success are reported to the LMS. */
  readonly report?: 'status';
}

/** A part of the course that is recorded by a separate launch. */
export interface OtherPart {
  readonly title: string;
  /** Pages of the part, relative to the shell: each a URL, or a folder with a trailing slash. */
  readonly pages: readonly string[];
}

export interface PageEntry {
  /** Id of the lesson, case, module or check, as in `page.opened` events. */
  readonly id: string;
  /** Address relative to the shell. */
  readonly href: string;
  /** Title, for a notice about an update; present for cases, and for modules and assessments that have a check. */
  readonly title?: string;
}
