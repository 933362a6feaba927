import type { Standard } from '../standards/packaged-course.ts';
import type { Sco } from './opened-package.ts';

/** Values of the data model by the name of the element, such as `cmi.core.lesson_status`. */
export type Elements = Readonly<Record<string, string>>;

/** What the preview keeps of one learner's attempt at one SCO. */
export interface KeptAttempt {
  /** How often the SCO was launched. */
  readonly launches: number;
  /** The data model at the last commit; empty before the first. */
  readonly elements: Elements;
  /** Whether the last session was ended by the SCO, and not merely cut off. */
  readonly ended: boolean;
}

export const noAttempt: KeptAttempt = { launches: 0, elements: {}, ended: false };

/** What somebody who tries a package may ask of the platform at a launch. */
export interface LaunchWishes {
  readonly review: boolean;
  /** Pass mark of the platform in percent; outranks that of the manifest. */
  readonly masteryPercent?: number;
}

const learner = { id: 'preview-learner', name: 'Learner, Preview' };

const exitOf = { scorm12: 'cmi.core.exit', scorm2004: 'cmi.exit' } as const;
const modeOf = { scorm12: 'cmi.core.lesson_mode', scorm2004: 'cmi.mode' } as const;

// What belongs to one session and is not given back at the next launch.
const ofTheSession = /(?:^|\.)(?:session_time|exit|entry|credit|lesson_mode|mode)$/;

/**
 * What the platform tells a SCO when it starts.
 *
 * After `suspend` the SCO gets everything back and the entry is `resume`. After any other exit a
 * SCORM 1.2 SCO gets its data back without it (Run-Time Environment 1.2, `cmi.core.entry`), and in
 * SCORM 2004 a new attempt begins with nothing (Run-Time Environment, `cmi.exit`).
 */
export function elementsAtLaunch(
  standard: Standard,
  sco: Pick<Sco, 'launchData' | 'masteryScore'>,
  { elements, ended }: KeptAttempt,
  { review, masteryPercent }: LaunchWishes,
): Elements {
  const isFirst = Object.keys(elements).length === 0;
  const suspended = elements[exitOf[standard]] === 'suspend';
  const startsAfresh = isFirst || (standard === 'scorm2004' && ended && !suspended && !review);
  const kept = startsAfresh
    ? []
    : Object.entries(elements).filter(([element]) => !ofTheSession.test(element));
  const entry = startsAfresh ? 'ab-initio' : suspended ? 'resume' : '';
  const mode = review ? 'review' : 'normal';
  const credit = review ? 'no-credit' : 'credit';

  if (standard === 'scorm12') {
    const mastery = masteryPercent === undefined ? sco.masteryScore : String(masteryPercent);
    return {
      'cmi.core.total_time': '0000:00:00.00',
      ...Object.fromEntries(kept),
      'cmi.core.student_id': learner.id,
      'cmi.core.student_name': learner.name,
      'cmi.core.entry': entry,
      'cmi.core.lesson_mode': mode,
      'cmi.core.credit': credit,
      'cmi.launch_data': sco.launchData,
      'cmi.student_data.mastery_score': mastery ?? '',
    };
  }
  const mastery = masteryPercent === undefined ? sco.masteryScore : String(masteryPercent / 100);
  return {
    ...Object.fromEntries(kept),
    'cmi.learner_id': learner.id,
    'cmi.learner_name': learner.name,
    'cmi.entry': entry,
    'cmi.mode': mode,
    'cmi.credit': credit,
    'cmi.launch_data': sco.launchData,
    ...(mastery && { 'cmi.scaled_passing_score': mastery }),
  };
}

/**
 * What the platform keeps of an attempt after a commit. A review neither ends nor suspends it: how
 * the last session that counted was left still decides the next launch.
 * @param ended whether the SCO ended the session with it
 */
export function keptAfter(
  standard: Standard,
  before: KeptAttempt,
  elements: Elements,
  ended: boolean,
): KeptAttempt {
  if (elements[modeOf[standard]] !== 'review') return { ...before, elements, ended };
  const exit = exitOf[standard];
  return { ...before, elements: { ...elements, [exit]: before.elements[exit] ?? '' } };
}
