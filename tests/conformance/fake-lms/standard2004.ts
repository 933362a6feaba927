import type { Standard } from './element.ts';

const words =
  (...allowed: string[]) =>
  (value: string) =>
    allowed.includes(value);
const upTo = (length: number) => (value: string) => value.length <= length;
const identifier = (value: string) => /^\S{1,4000}$/.test(value);
const isShortIdentifier = (value: string) => /^[\w.-]{1,250}$/.test(value);
const isUnique = (list: string[]) => new Set(list).size === list.length;
const real = (value: string) => /^-?\d+(\.\d{1,7})?$/.test(value);

/** Learner responses (4.2.9.2): tokens between `[,]`, pairs by `[.]`. */
function response(value: string, context: (last: string) => string) {
  const tokens = value.split('[,]');
  switch (context('type')) {
    case 'choice':
      return tokens.every(isShortIdentifier) && isUnique(tokens);
    case 'sequencing':
      return tokens.every(isShortIdentifier);
    case 'matching':
      return tokens.every((pair) => {
        const [source = '', target = '', ...rest] = pair.split('[.]');
        return isShortIdentifier(source) && isShortIdentifier(target) && rest.length === 0;
      });
    case 'numeric':
      return real(value);
    case 'likert':
      return isShortIdentifier(value);
    case 'fill-in':
      // Up to ten texts, each of which may begin with its language.
      return (
        tokens.length <= 10 &&
        tokens.every(
          (text) =>
            text.replace(/^\{lang=[\w-]+\}/, '').length <= 250 &&
            !/[\r\n]/.test(text) &&
            !/^\{(?!lang=)/.test(text),
        )
      );
    default:
      return value.length <= 4000;
  }
}

/** SCORM 2004 4th Edition Run-Time Environment: the data model of section 4.2, codes of 3.1.7. */
export const standard2004: Standard = {
  apiName: 'API_1484_11',
  functions: {
    initialize: 'Initialize',
    terminate: 'Terminate',
    getValue: 'GetValue',
    setValue: 'SetValue',
    commit: 'Commit',
    getLastError: 'GetLastError',
    getErrorString: 'GetErrorString',
    getDiagnostic: 'GetDiagnostic',
  },
  elements: [
    {
      name: 'cmi.completion_status',
      access: 'both',
      type: 'completion',
      initial: 'unknown',
      section: '4.2.4',
    },
    { name: 'cmi.credit', access: 'read', initial: 'credit', section: '4.2.6' },
    { name: 'cmi.entry', access: 'read', initial: 'ab-initio', section: '4.2.7' },
    { name: 'cmi.exit', access: 'write', type: 'exit', section: '4.2.8' },
    { name: 'cmi.interactions._count', access: 'read', section: '4.2.9' },
    ...(
      [
        ['id', 'long_identifier'],
        ['type', 'interactionType'],
        ['timestamp', 'time'],
        ['learner_response', 'response'],
        ['result', 'result'],
        ['latency', 'timeinterval'],
      ] as const
    ).map(([last, type]) => ({
      name: `cmi.interactions.n.${last}`,
      access: 'both' as const,
      type,
      section: '4.2.9',
    })),
    { name: 'cmi.learner_id', access: 'read', initial: 'jdoe', section: '4.2.11' },
    { name: 'cmi.learner_name', access: 'read', initial: 'Doe, Jo', section: '4.2.12' },
    { name: 'cmi.location', access: 'both', type: 'characterstring1000', section: '4.2.14' },
    { name: 'cmi.mode', access: 'read', initial: 'normal', section: '4.2.16' },
    { name: 'cmi.objectives._count', access: 'read', section: '4.2.17' },
    ...(
      [
        ['id', 'long_identifier'],
        ['success_status', 'success'],
        ['completion_status', 'completion'],
        ['score.scaled', 'scaled'],
        ['score.raw', 'real'],
        ['score.min', 'real'],
        ['score.max', 'real'],
      ] as const
    ).map(([last, type]) => ({
      name: `cmi.objectives.n.${last}`,
      access: 'both' as const,
      type,
      section: '4.2.17',
    })),
    { name: 'cmi.scaled_passing_score', access: 'read', section: '4.2.19' },
    { name: 'cmi.score.scaled', access: 'both', type: 'scaled', section: '4.2.20' },
    { name: 'cmi.score.raw', access: 'both', type: 'real', section: '4.2.20' },
    { name: 'cmi.score.min', access: 'both', type: 'real', section: '4.2.20' },
    { name: 'cmi.score.max', access: 'both', type: 'real', section: '4.2.20' },
    { name: 'cmi.session_time', access: 'write', type: 'timeinterval', section: '4.2.21' },
    {
      name: 'cmi.success_status',
      access: 'both',
      type: 'success',
      initial: 'unknown',
      section: '4.2.22',
    },
    { name: 'cmi.suspend_data', access: 'both', type: 'characterstring64000', section: '4.2.23' },
    { name: 'cmi.total_time', access: 'read', initial: 'PT0S', section: '4.2.26' },
  ],
  types: {
    characterstring1000: upTo(1000),
    characterstring64000: upTo(64000),
    long_identifier: identifier,
    completion: words('completed', 'incomplete', 'not attempted', 'unknown'),
    success: words('passed', 'failed', 'unknown'),
    exit: words('time-out', 'suspend', 'logout', 'normal', ''),
    scaled: (value) => real(value) && Math.abs(Number(value)) <= 1,
    real,
    interactionType: words(
      'true-false',
      'choice',
      'fill-in',
      'long-fill-in',
      'matching',
      'performance',
      'sequencing',
      'likert',
      'numeric',
      'other',
    ),
    result: (value) =>
      words('correct', 'incorrect', 'unanticipated', 'neutral')(value) || real(value),
    response,
    timeinterval: (value) =>
      /^P(?=\d|T\d)(\d+Y)?(\d+M)?(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+(\.\d{1,2})?S)?)?$/.test(value),
    // A zone needs a fraction of seconds before it; three decimals are refused everywhere.
    time: (value) =>
      /^\d{4}-\d\d-\d\dT([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,2}(Z|[+-]\d\d:\d\d)?)?$/.test(value),
  },
  errors: {
    alreadyInitialized: '103',
    initializeAfterTerminate: '104',
    notInitialized: '301',
    getBefore: '122',
    setBefore: '132',
    commitBefore: '142',
    terminateBefore: '112',
    getAfter: '123',
    setAfter: '133',
    commitAfter: '143',
    terminateAfter: '113',
    argument: '201',
    unknown: '401',
    notImplemented: '402',
    readOnly: '404',
    writeOnly: '405',
    type: '406',
    order: '351',
  },
};
