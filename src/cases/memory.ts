import type { Condition } from './format.ts';

/** Flags and levels of a run: the context of the machine of its case. */
export interface Memory {
  /** The flags that are set, each once, in alphabetical order. */
  readonly flags: readonly string[];
  /** Level of every indicator, 0 to 10, in the order of the graph. */
  readonly indicators: Readonly<Record<string, number>>;
}

/** Whether a condition holds; an absent condition always does. */
export function holds(when: Condition | undefined, memory: Memory): boolean {
  if (when === undefined) return true;
  if ('flag' in when) return memory.flags.includes(when.flag);
  if ('not' in when) return !holds(when.not, memory);
  if ('all' in when) return when.all.every((part) => holds(part, memory));
  if ('any' in when) return when.any.some((part) => holds(part, memory));
  const level = memory.indicators[when.indicator];
  if (level === undefined) return false;
  return 'atLeast' in when ? level >= when.atLeast : level <= when.atMost;
}
