import type { Judgement } from './format.ts';

const results = {
  sound: 'correct',
  defensible: 'neutral',
  harmful: 'incorrect',
  neutral: 'neutral',
} as const;

/** The result of a decision as the standards have it: neither right nor wrong is `neutral`. */
export const resultOf = (judgement: Judgement): 'correct' | 'neutral' | 'incorrect' =>
  results[judgement];
