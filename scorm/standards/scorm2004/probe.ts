import type { ScormProbe } from '../../diagnostics/scorm-diagnosis.ts';
import { functionNames } from './driver.ts';

/** Elements and values for testing an LMS by SCORM 2004 (RTE 4.2). */
export const probe: ScormProbe = {
  functions: functionNames,
  elements: {
    mode: 'cmi.mode',
    credit: 'cmi.credit',
    learnerId: 'cmi.learner_id',
    suspendData: 'cmi.suspend_data',
    exit: 'cmi.exit',
    status: 'cmi.completion_status',
  },
  readable: [
    'cmi.completion_status',
    'cmi.success_status',
    'cmi.entry',
    'cmi.total_time',
    'cmi.interactions._count',
    'cmi.objectives._count',
  ],
  noTime: ['cmi.session_time', 'PT0S'],
  promised: 64_000,
  untouched: ['unknown', 'incomplete'],
};
