import type { Standard } from './element.ts';

const words =
  (...allowed: string[]) =>
  (value: string) =>
    allowed.includes(value);
const upTo = (length: number) => (value: string) => value.length <= length;
const identifier = (value: string) => /^[\x21-\x7e]{1,255}$/.test(value);

/** CMIFeedback (3.4.7): what a response looks like depends on the type of the interaction. */
function feedback(value: string, context: (last: string) => string) {
  switch (context('type')) {
    case 'choice':
      return /^[0-9a-z](,[0-9a-z])*$/.test(value);
    case 'sequencing':
      return /^[0-9a-z](,[0-9a-z])*$/.test(value);
    case 'matching':
      return /^[0-9a-z]\.[0-9a-z](,[0-9a-z]\.[0-9a-z])*$/.test(value);
    case 'numeric':
      return /^-?\d+(\.\d+)?$/.test(value);
    case 'likert':
      return /^[0-9a-z]$/.test(value);
    case 'fill-in':
      return value.length <= 255 && !/[\r\n]/.test(value);
    default:
      return value.length <= 255;
  }
}

/** SCORM 1.2 Run-Time Environment: the data model of section 3.4.4, types of 3.4.7, codes of 3.3.6. */
export const standard12: Standard = {
  apiName: 'API',
  functions: {
    initialize: 'LMSInitialize',
    terminate: 'LMSFinish',
    getValue: 'LMSGetValue',
    setValue: 'LMSSetValue',
    commit: 'LMSCommit',
    getLastError: 'LMSGetLastError',
    getErrorString: 'LMSGetErrorString',
    getDiagnostic: 'LMSGetDiagnostic',
  },
  elements: [
    { name: 'cmi.core.student_id', access: 'read', initial: 'jdoe', section: '3.4.4' },
    { name: 'cmi.core.student_name', access: 'read', initial: 'Doe, Jo', section: '3.4.4' },
    { name: 'cmi.core.lesson_location', access: 'both', type: 'CMIString255', section: '3.4.4' },
    { name: 'cmi.core.credit', access: 'read', initial: 'credit', section: '3.4.4' },
    {
      name: 'cmi.core.lesson_status',
      access: 'both',
      type: 'status',
      initial: 'not attempted',
      section: '3.4.4',
    },
    { name: 'cmi.core.entry', access: 'read', initial: 'ab-initio', section: '3.4.4' },
    { name: 'cmi.core.score.raw', access: 'both', type: 'score', section: '3.4.4' },
    {
      name: 'cmi.core.score.min',
      access: 'both',
      type: 'score',
      isOptional: true,
      section: '3.4.4',
    },
    {
      name: 'cmi.core.score.max',
      access: 'both',
      type: 'score',
      isOptional: true,
      section: '3.4.4',
    },
    { name: 'cmi.core.total_time', access: 'read', initial: '0000:00:00.00', section: '3.4.4' },
    {
      name: 'cmi.core.lesson_mode',
      access: 'read',
      initial: 'normal',
      isOptional: true,
      section: '3.4.4',
    },
    { name: 'cmi.core.exit', access: 'write', type: 'exit', section: '3.4.4' },
    { name: 'cmi.core.session_time', access: 'write', type: 'CMITimespan', section: '3.4.4' },
    { name: 'cmi.suspend_data', access: 'both', type: 'CMIString4096', section: '3.4.4' },
    { name: 'cmi.launch_data', access: 'read', section: '3.4.4' },
    { name: 'cmi.student_data.mastery_score', access: 'read', isOptional: true, section: '3.4.4' },
    { name: 'cmi.objectives._count', access: 'read', isOptional: true, section: '3.4.4' },
    {
      name: 'cmi.objectives.n.id',
      access: 'both',
      type: 'CMIIdentifier',
      isOptional: true,
      section: '3.4.4',
    },
    {
      name: 'cmi.objectives.n.score.raw',
      access: 'both',
      type: 'score',
      isOptional: true,
      section: '3.4.4',
    },
    {
      name: 'cmi.objectives.n.status',
      access: 'both',
      type: 'status',
      isOptional: true,
      section: '3.4.4',
    },
    { name: 'cmi.interactions._count', access: 'read', isOptional: true, section: '3.4.4' },
    ...(
      [
        ['id', 'CMIIdentifier'],
        ['time', 'CMITime'],
        ['type', 'interactionType'],
        ['student_response', 'CMIFeedback'],
        ['result', 'result'],
        ['latency', 'CMITimespan'],
      ] as const
    ).map(([last, type]) => ({
      name: `cmi.interactions.n.${last}`,
      access: 'write' as const,
      type,
      isOptional: true,
      section: '3.4.4',
    })),
  ],
  types: {
    CMIString255: upTo(255),
    CMIString4096: upTo(4096),
    CMIIdentifier: identifier,
    CMITimespan: (value) => /^\d{2,4}:\d{2}:\d{2}(\.\d{1,2})?$/.test(value),
    CMITime: (value) => /^([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,2})?$/.test(value),
    CMIFeedback: feedback,
    // CMIDecimal or blank, 0 to 100.
    score: (value) =>
      value === '' || (/^\d+(\.\d+)?$/.test(value) && Number(value) >= 0 && Number(value) <= 100),
    // `not attempted` may be told by an LMS, never set by a course.
    status: words('passed', 'completed', 'failed', 'incomplete', 'browsed'),
    exit: words('time-out', 'suspend', 'logout', ''),
    interactionType: words(
      'true-false',
      'choice',
      'fill-in',
      'matching',
      'performance',
      'sequencing',
      'likert',
      'numeric',
    ),
    result: (value) =>
      words('correct', 'wrong', 'unanticipated', 'neutral')(value) || /^-?\d+(\.\d+)?$/.test(value),
  },
  errors: {
    alreadyInitialized: '101',
    initializeAfterTerminate: '101',
    notInitialized: '301',
    getBefore: '301',
    setBefore: '301',
    commitBefore: '301',
    terminateBefore: '301',
    getAfter: '301',
    setAfter: '301',
    commitAfter: '301',
    terminateAfter: '301',
    argument: '201',
    unknown: '201',
    notImplemented: '401',
    readOnly: '403',
    writeOnly: '404',
    type: '405',
    order: '201',
  },
};
