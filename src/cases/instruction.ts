import type { Condition } from './format.ts';

/**
 * A condition in a form that readers of the booklet can follow: no negation except "is not set". Its wording
 * comes from the interface; meanings of flags and names of indicators come from the case.
 */
export type Instruction =
  | { readonly flag: string; readonly isSet: boolean }
  | { readonly indicator: string; readonly atLeast: number }
  | { readonly indicator: string; readonly atMost: number }
  | { readonly all: readonly Instruction[] }
  | { readonly any: readonly Instruction[] };

/** The instruction for a condition, with negations pushed inwards and nested lists of one kind flattened. */
export function instruction(when: Condition, holds = true): Instruction {
  if ('flag' in when) return { flag: when.flag, isSet: holds };
  if ('not' in when) return instruction(when.not, !holds);
  if ('indicator' in when) {
    const { indicator } = when;
    // Levels are whole numbers: not at least 4 is at most 3.
    if ('atLeast' in when) {
      return holds ? { indicator, atLeast: when.atLeast } : { indicator, atMost: when.atLeast - 1 };
    }
    return holds ? { indicator, atMost: when.atMost } : { indicator, atLeast: when.atMost + 1 };
  }
  const isAll = 'all' in when === holds;
  const parts = ('all' in when ? when.all : when.any).flatMap((part): readonly Instruction[] => {
    const inner = instruction(part, holds);
    if (isAll && 'all' in inner) return inner.all;
    if (!isAll && 'any' in inner) return inner.any;
    return [inner];
  });
  const [only] = parts;
  if (only && parts.length === 1) return only;
  return isAll ? { all: parts } : { any: parts };
}
