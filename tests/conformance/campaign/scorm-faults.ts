import type { NamedFault } from './platform.ts';

const oddValues: readonly unknown[] = [
  undefined,
  null,
  0,
  42,
  true,
  'maybe',
  {},
  Object.create(null),
  Symbol('odd'),
];

/** Faults that any function of SCORM may have. */
export const scormFaults: readonly NamedFault[] = [
  ['throws', 'throws', { kind: 'throws' }],
  ['refused', 'is refused with a code', { kind: 'refused', error: '101' }],
  ['refused', 'is refused without a code', { kind: 'refused', error: '0' }],
  ['lost', 'is lost', { kind: 'lost' }],
  ...oddValues.map(
    (answer) => ['odd value', `answers ${describe(answer)}`, { kind: 'odd', answer }] as const,
  ),
];

function describe(value: unknown): string {
  if (typeof value === 'symbol') return 'a symbol';
  if (typeof value !== 'object' || value === null) return String(value);
  return Object.getPrototypeOf(value) === null ? 'an object without text' : 'an object';
}
