import type { LmsRules } from '../standard.ts';

/**
 * A SCORM 1.2 LMS. After any exit a SCO gets its data back; `cmi.core.entry` is `resume` only after
 * `suspend` (Run-Time Environment 1.2, `cmi.core.entry`).
 */
export const lms: LmsRules = {
  recognises: ({ schemaVersion, namespace }) =>
    schemaVersion === '1.2' || (schemaVersion === '' && namespace.includes('imscp_rootv1p1p2')),
  exit: 'cmi.core.exit',
  mode: 'cmi.core.lesson_mode',
  restartsWhenEnded: false,
  elementsAtLaunch: ({ kept, isResumed, isReview, learner, launchData, ...mastery }) => ({
    'cmi.core.total_time': '0000:00:00.00',
    ...kept,
    'cmi.core.student_id': learner.id,
    'cmi.core.student_name': learner.name,
    'cmi.core.entry': kept === undefined ? 'ab-initio' : isResumed ? 'resume' : '',
    'cmi.core.lesson_mode': isReview ? 'review' : 'normal',
    'cmi.core.credit': isReview ? 'no-credit' : 'credit',
    'cmi.launch_data': launchData,
    'cmi.student_data.mastery_score': String(mastery.masteryPercent ?? mastery.masteryScore ?? ''),
  }),
};
