import type { Elements, LmsRules } from '../standards/standard.ts';
import type { CourseRecord } from './cmi5/record.ts';
import type { Sco } from './manifest.ts';

/** The stored attempt of one learner at one SCO. */
export interface KeptAttempt {
  /** Number of launches of the SCO. */
  readonly launches: number;
  /** The data model at the last commit; empty before the first. */
  readonly elements: Elements;
  /** Whether the SCO ended the last session; false if the session was interrupted. */
  readonly ended: boolean;
  /** Record of a cmi5 course, which has no data model. */
  readonly record?: CourseRecord;
}

export const noAttempt: KeptAttempt = { launches: 0, elements: {}, ended: false };

/** Options of a launch, set by the person who tests a package. */
export interface LaunchWishes {
  readonly review: boolean;
  /** Pass mark of the platform in percent; overrides that of the manifest. */
  readonly masteryPercent?: number;
}

export const learner = { id: 'preview-learner', name: 'Learner, Preview' };

// Elements of one session, which are not restored at the next launch.
const ofTheSession = /(?:^|\.)(?:session_time|exit|entry|credit|lesson_mode|mode)$/;

/** Data model of a SCO at launch. The standard defines which elements are restored after each kind of exit. */
export function elementsAtLaunch(
  lms: LmsRules,
  { launchData, masteryScore }: Pick<Sco, 'launchData' | 'masteryScore'>,
  { elements, ended }: KeptAttempt,
  { review, masteryPercent }: LaunchWishes,
): Elements {
  const isFirst = Object.keys(elements).length === 0;
  const isSuspended = elements[lms.exit] === 'suspend';
  const startsAfresh = isFirst || (lms.restartsWhenEnded && ended && !isSuspended && !review);
  const kept = Object.entries(elements).filter(([element]) => !ofTheSession.test(element));
  return lms.elementsAtLaunch({
    ...(!startsAfresh && { kept: Object.fromEntries(kept) }),
    isResumed: isSuspended,
    isReview: review,
    learner,
    launchData,
    ...(masteryScore !== undefined && { masteryScore }),
    ...(masteryPercent !== undefined && { masteryPercent }),
  });
}

/**
 * The stored attempt after a commit. A review neither ends nor suspends the attempt: the exit of the last normal
 * session still determines the next launch.
 * @param ended whether the SCO ended the session with this commit
 */
export function keptAfter(
  { exit, mode }: LmsRules,
  before: KeptAttempt,
  elements: Elements,
  ended: boolean,
): KeptAttempt {
  if (elements[mode] !== 'review') return { ...before, elements, ended };
  return { ...before, elements: { ...elements, [exit]: before.elements[exit] ?? '' } };
}
