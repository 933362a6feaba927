import type { Elements } from '../../standards/standard.ts';

/** Calls of a platform, by their name. */
type Answering = Readonly<Record<string, (...args: string[]) => unknown>>;

/** Text as a boolean or a number, where it can be one; a number as some databases print it. */
export function loose(answer: string): unknown {
  if (answer === 'true') return true;
  if (answer === 'false') return false;
  if (/^0?\.\d+$/.test(answer)) return Number(answer).toFixed(4);
  return answer !== '' && /^\d{1,3}(\.\d+)?$/.test(answer) ? Number(answer) : answer;
}

/** The same calls, answered with booleans and numbers where the standards say strings. */
export const loosened = (
  calls: Readonly<Record<string, (...args: string[]) => string>>,
): Answering =>
  Object.fromEntries(
    Object.entries(calls).map(([name, call]) => [name, (...args) => loose(call(...args))]),
  );

/** A data model without state and place, where the course is completed or passed; else as it is (P06). */
export function wiped(elements: Elements): Elements {
  const status = elements['cmi.core.lesson_status'] ?? elements['cmi.completion_status'] ?? '';
  if (!['completed', 'passed'].includes(status)) return elements;
  return Object.fromEntries(
    Object.entries(elements).filter(
      ([name]) => !/\.(?:suspend_data|(?:lesson_)?location)$/.test(name),
    ),
  );
}
