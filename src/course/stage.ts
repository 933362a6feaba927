/** The four stages of the criminal justice continuum, in order. */
export const stages = ['pre-arrest', 'pre-trial', 'trial', 'post-sentencing'] as const;

export type Stage = (typeof stages)[number];
