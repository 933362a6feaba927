import type { Course } from '../../src/course/course.ts';
import type { Scope } from '../package/scope.ts';
import type { Files } from '../package/zip-package.ts';

/** Parts that a copy is made from. */
export interface CopyParts {
  /** The website of the build. */
  readonly site: Files;
  /** The part of the course to copy: the whole website, or one module. */
  readonly scope: Scope;
  /** The course in each of its languages, the original first. */
  readonly courses: readonly Course[];
}

/** A copy of the website for readers without a learning platform. It contains no LMS communication. */
export interface Copy {
  /** Value of `--standard`, and part of the file name. */
  readonly id: string;
  /** Purpose in one line, which `--list` prints. */
  readonly purpose: string;
  /** Whether the copy is made only if it is named, because it takes long, and only of the whole course. */
  readonly isOnRequest?: true;
  /** Ending of the name of its file. */
  readonly ending: 'zip' | 'zim';
  /** @throws PackageError */
  readonly make: (parts: CopyParts) => MadeCopy | Promise<MadeCopy>;
}

/** A copy that was made. */
export interface MadeCopy {
  /** Files of the copy, by path. */
  readonly files: Files;
  /** Bytes of the one file that the copy is delivered as. */
  readonly bytes: Uint8Array;
  /** Note that the command prints instead of the purpose. */
  readonly note?: string;
}
