import type { ScormProbe } from '../../diagnostics/scorm-diagnosis.ts';
import { functionNames } from './driver.ts';

/** Elements and values for testing an LMS by SCORM 1.2 (RTE 3.4.4). */
export const probe: ScormProbe = {
  functions: functionNames,
  elements: {
    mode: 'cmi.core.lesson_mode',
    credit: 'cmi.core.credit',
    learnerId: 'cmi.core.student_id',
    suspendData: 'cmi.suspend_data',
    exit: 'cmi.core.exit',
    status: 'cmi.core.lesson_status',
  },
  readable: [
    'cmi.core.lesson_location',
    'cmi.core.lesson_status',
    'cmi.core.entry',
    'cmi.core.score.raw',
    'cmi.core.total_time',
    'cmi.interactions._count',
    'cmi.objectives._count',
    'cmi.student_data.mastery_score',
  ],
  noTime: ['cmi.core.session_time', '0000:00:00.00'],
  promised: 4096,
  untouched: ['not attempted', 'incomplete'],
};
