import type { Judgement } from './format.ts';

const results = {
  sound: 'correct',
  defensible: 'neutral',
  harmful: 'incorrect',
  neutral: 'neutral',
} as const;

/** The result of a decision in the terms of the standards; neither right nor wrong is `neutral`. */
export const resultOf = (judgement: Judgement): 'correct' | 'neutral' | 'incorrect' =>
  results[judgement];
