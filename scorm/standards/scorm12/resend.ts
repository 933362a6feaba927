/**
 * Resending of lost values in SCORM 1.2. Moodle 4.3 sends only values whose text has changed, and treats a
 * failed request as delivered, so the same text would never be sent again.
 */

/** The same value in another spelling, for the n-th time it is sent again; unchanged if it has only one. */
export function respell(element: string, value: string, times: number): string {
  const turn = times % 3;
  if (turn === 0) return value;
  const zeros = '0'.repeat(turn);
  // CMIDecimal and CMITime may have decimals, CMITimespan two to four digits of hours (RTE 3.4.7).
  if (/\.score\.(?:raw|min|max)$/.test(element) || /\.time$/.test(element))
    return value.includes('.') ? value + zeros : `${value}.${zeros}`;
  if (element.endsWith('.latency')) return value.replace(new RegExp(`^0{${turn}}`), '');
  // Trailing spaces are trimmed on reading.
  if (/\.(?:lesson_location|suspend_data)$/.test(element)) return value + ' '.repeat(turn);
  return value;
}

/** Temporary value for an element that has no second spelling, so that the LMS sees its value as changed. */
export function placeholder(element: string, value: string): string | undefined {
  const [, last = ''] = /\.(\w+)$/.exec(element) ?? [];
  const isRow = /^cmi\.(?:interactions|objectives)\.\d+\./.test(element);
  if (last === 'lesson_status') return value === 'passed' ? 'completed' : 'incomplete';
  if (last === 'exit') return '';
  if (isRow && last === 'id') return `${value}_`;
  if (isRow && last === 'type') return value === 'performance' ? 'choice' : 'performance';
  if (isRow && last === 'student_response') return '';
  if (isRow && last === 'result') return value === 'neutral' ? 'unanticipated' : 'neutral';
  if (isRow && last === 'status') return value === 'passed' ? 'completed' : 'incomplete';
  return undefined;
}
