import type { Act, NamedFault, SeenCall, Trouble } from './platform.ts';

/** One way in which a session goes wrong. */
export interface Plan {
  /** The kind it is counted under. */
  readonly kind: string;
  /** Name of the trouble, to be read where it ended badly. */
  readonly name: string;
  readonly trouble?: (call: SeenCall) => Trouble | undefined;
  /** Index of the call from which on there is no network, and how many seconds that lasts. */
  readonly offlineFrom?: number;
  /** Index of the call before which the platform was copied; that copy is all that is left at the next launch. */
  readonly restoredFrom?: number;
  /** Milliseconds until the platform is there. */
  readonly late?: number;
  /** Index of a call that takes long, and its milliseconds. */
  readonly slow?: readonly [index: number, milliseconds: number];
  /**
   * Whether the platform changes what is written, or answers like one that never kept anything: then no
   * course can save its copy, only the one on the device.
   */
  readonly harmsItself?: true;
}

type Change = (text: string) => string;

/** Alterations of a text that platforms were seen to make: some cut it, others escape, fold or trim it. */
const alterations: Readonly<Record<string, Change>> = {
  emptied: () => '',
  'cut to a half': (text) => text.slice(0, text.length >> 1),
  'cut by one': (text) => text.slice(0, -1),
  'one character less': (text) =>
    text.slice(0, text.length >> 1) + text.slice((text.length >> 1) + 1),
  'one character more': (text) =>
    `${text.slice(0, text.length >> 1)}A${text.slice(text.length >> 1)}`,
  'two swapped': (text) => text.replace(/(.)(.)(?!.{0,3}$)/, '$2$1'),
  'in capitals': (text) => text.toUpperCase(),
  'in small letters': (text) => text.toLowerCase(),
  escaped: (text) =>
    text.replaceAll('-', '&#45;').replaceAll('~', '&#126;').replaceAll('_', '&#95;'),
  'with dashes': (text) => text.replaceAll('-', '–').replaceAll('.', '…'),
  'in quotation marks': (text) => `"${text}"`,
  'as another text': () => 'null',
};

const texts = /progress|LMS\.LaunchData|suspend_data|location|status|score|_count|mode|_id$/;
const states = /progress|suspend_data|location/;

const named = ({ index, act, subject }: SeenCall) => `call ${index} (${act} ${subject})`;

/** Every plan for a session in which these calls are made when nothing goes wrong. */
export function plansFor(calls: readonly SeenCall[], faults: readonly NamedFault[]): Plan[] {
  const last = calls.length;
  return [
    ...calls.flatMap((call) => plansAt(call, faults)),
    ...[500, 2500, 8000, 14_000].map((late) => ({
      kind: 'late',
      name: `the platform is there after ${late} ms`,
      late,
    })),
    ...[...calls, { index: last, act: 'end' as const, subject: 'everything' }]
      .filter(({ act }) => act === 'commit' || act === 'end')
      .map((call) => ({
        kind: 'stale',
        name: `what is kept is as it was before ${named(call)}`,
        restoredFrom: call.index,
      })),
  ];
}

/** Every plan that concerns one call. */
function plansAt(call: SeenCall, faults: readonly NamedFault[]): Plan[] {
  const { act, subject, index } = call;
  const once = (kind: string, what: string, trouble: Trouble, rest: Partial<Plan> = {}): Plan => ({
    kind,
    name: `${named(call)} ${what}`,
    trouble: (seen) => (seen.index === index ? trouble : undefined),
    ...rest,
  });
  const fromThen = (kind: string, what: string, trouble: Trouble, of: Act | 'any'): Plan => ({
    kind,
    name: `from ${named(call)} on, ${of} ${what}`,
    trouble: (seen) =>
      seen.index >= index && (of === 'any' || seen.act === of) ? trouble : undefined,
  });
  return [
    ...faults
      .filter(([, , , only]) => only === undefined || only === act)
      .map(([kind, what, trouble]) => once(kind, what, trouble)),
    ...(isAltered(call)
      ? Object.entries(alterations).map(([what, change]) =>
          once(
            what.startsWith('cut') ? 'truncated' : 'altered',
            `is ${what}`,
            { kind: 'altered', change },
            act === 'write' ? { harmsItself: true } : {},
          ),
        )
      : []),
    fromThen('throws', 'throws', { kind: 'throws' }, act),
    fromThen('refused', 'is refused', { kind: 'refused', error: '101' }, act),
    {
      ...fromThen('lost', 'is lost', { kind: 'lost' }, act),
      ...(act === 'read' && { harmsItself: true }),
    },
    fromThen('odd value', 'answers null', { kind: 'odd', answer: null }, act),
    fromThen('gone', 'is gone', { kind: 'gone' }, 'any'),
    { kind: 'late', name: `${named(call)} takes 3 s`, slow: [index, 3000] },
    ...(act === 'write' && states.test(subject)
      ? [{ kind: 'lost', name: `no network from ${named(call)} on`, offlineFrom: index }]
      : []),
  ];
}

const isAltered = ({ act, subject }: SeenCall) =>
  (act === 'read' && texts.test(subject)) || (act === 'write' && states.test(subject));
