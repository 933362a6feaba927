import type { LmsRules } from '../standard.ts';

/**
 * A SCORM 2004 LMS. An attempt that was left without `suspend` has ended: the next launch begins a new attempt with an
 * empty data model (Run-Time Environment, `cmi.exit`).
 */
export const lms: LmsRules = {
  recognises: ({ schemaVersion, namespace }) =>
    (/^2004|^CAM 1\.3$/.test(schemaVersion) && schemaVersion !== '2004 3rd Edition') ||
    (schemaVersion === '' && namespace.includes('imscp_v1p1')),
  exit: 'cmi.exit',
  mode: 'cmi.mode',
  restartsWhenEnded: true,
  sequences: true,
  elementsAtLaunch({ kept, isResumed, isReview, learner, launchData, ...mastery }) {
    const { masteryPercent, masteryScore } = mastery;
    const passingScore = masteryPercent === undefined ? masteryScore : String(masteryPercent / 100);
    return {
      ...kept,
      'cmi.learner_id': learner.id,
      'cmi.learner_name': learner.name,
      'cmi.entry': kept === undefined ? 'ab-initio' : isResumed ? 'resume' : '',
      'cmi.mode': isReview ? 'review' : 'normal',
      'cmi.credit': isReview ? 'no-credit' : 'credit',
      'cmi.launch_data': launchData,
      ...(passingScore && { 'cmi.scaled_passing_score': passingScore }),
    };
  },
};
