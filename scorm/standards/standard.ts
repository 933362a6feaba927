import type { TrackedCourse } from '../../src/progress/session.ts';
import type { PackagedCourse, PackagedUnit } from './packaged-course.ts';

/**
 * A standard for packages, with everything specific to it. `registry.ts` lists the standards; no code outside the
 * folder of a standard refers to a particular one.
 *
 * Besides the module that exports this value, the folder of a standard contains:
 *
 * - `shell.entry.ts`: the script of the shell, which starts it with the standard's driver;
 * - `preview.entry.ts`: the script with which the preview LMS plays it; absent if the preview does not play it;
 * - `schemas/`: the published schema files that packages contain for validation.
 */
export interface Standard {
  /** Value of `--standard`, part of package names, and value of `data-package` on their pages. */
  readonly id: string;
  /** Name of the standard, in every language. */
  readonly name: string;
  /** Path of the standard's folder. */
  readonly folder: string;
  /**
   * Suffix of its messages in `interface.yaml`, such as `package.launch-scorm12`; standards that report in the same way
   * share it.
   */
  readonly messages: string;
  /** Name of the manifest, the file by which an LMS recognises a package. */
  readonly manifestName: string;
  /**
   * Returns the text of the manifest.
   * @param paths every file of the package except the manifest and the schemas
   * @param units the separately launched parts; none if the course is one unit
   */
  readonly manifest: (
    course: PackagedCourse,
    paths: readonly string[],
    units: readonly PackagedUnit[],
  ) => string;
  /** Whether a package can contain the course in parts, with rollup by the platform. */
  readonly hasUnits?: true;
  /**
   * Returns the token of an option or a choice in reports to an LMS.
   * @param position position in the authored order, from 0
   * @throws RangeError if the standard has no token for the position
   */
  readonly token: (id: string, position: number) => string;
  /** Returns the bytes sent when a page closes after everything in the course was done. */
  readonly exitBytes: (course: TrackedCourse) => number;
  /** Rules for the preview LMS to play a package through an API object; absent if it does not. */
  readonly lms?: LmsRules;
  /** Whether the preview LMS plays it by cmi5, with a record store instead of an API object. */
  readonly hasRecordStore?: true;
}

/** A standard that the preview LMS plays through an API object. */
export type RunTimeStandard = Standard & Required<Pick<Standard, 'lms'>>;

/** Values of the data model by the name of the element, such as `cmi.core.lesson_status`. */
export type Elements = Readonly<Record<string, string>>;

/** Launch data that an LMS passes to a package, independent of the standard. */
export interface LaunchFacts {
  /** Values stored in the last session; absent at the first launch of an attempt. */
  readonly kept?: Elements;
  /** Whether the last session was suspended, so that this one resumes it. */
  readonly isResumed: boolean;
  readonly isReview: boolean;
  readonly learner: { readonly id: string; readonly name: string };
  readonly launchData: string;
  /** Mastery score as written in the manifest; absent if it has none. */
  readonly masteryScore?: string;
  /** Pass mark of the LMS in percent; overrides that of the manifest. */
  readonly masteryPercent?: number;
}

/** The rules of an LMS that differ between standards. */
export interface LmsRules {
  /** Whether a manifest belongs to the standard. */
  readonly recognises: (manifest: {
    readonly schemaVersion: string;
    readonly namespace: string;
  }) => boolean;
  /** The elements for the exit and the mode of a session. */
  readonly exit: string;
  readonly mode: string;
  /** Whether an attempt that ended without suspend starts again at the next launch. */
  readonly restartsWhenEnded: boolean;
  /** Whether an LMS rolls up the status of the items of a manifest, and lets learners choose among them. */
  readonly sequences?: true;
  /** The data model at the start of a session. */
  readonly elementsAtLaunch: (facts: LaunchFacts) => Elements;
}
