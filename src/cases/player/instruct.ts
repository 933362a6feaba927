import type { Translate } from '../../course/interface.ts';
import type { Scenario } from '../format.ts';
import type { Instruction } from '../instruction.ts';

/** An instruction of the booklet in the words of the case, such as `"A charge stands" is ticked`. */
export function instruct(
  when: Instruction,
  words: Pick<Scenario, 'flags' | 'indicators'>,
  t: Translate,
): string {
  const { flags, indicators } = words;
  const inWords = (part: Instruction) => instruct(part, words, t);
  const joined = (parts: readonly Instruction[], word: 'case.and' | 'case.or') =>
    parts.map(inWords).reduce((first, second) => t(word, { first, second }));
  if ('flag' in when)
    return t(when.isSet ? 'case.conditionFlag' : 'case.conditionNoFlag', {
      flag: (flags[when.flag] ?? when.flag).replace(/\.$/, ''),
    });
  if ('all' in when) return joined(when.all, 'case.and');
  if ('any' in when) return joined(when.any, 'case.or');
  const indicator = indicators[when.indicator]?.label ?? when.indicator;
  return 'atLeast' in when
    ? t('case.conditionAtLeast', { indicator, level: when.atLeast })
    : t('case.conditionAtMost', { indicator, level: when.atMost });
}
