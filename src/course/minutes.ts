import type { Scenario } from '../cases/format.ts';

/**
 * Words a minute. Silent reading of non-fiction in English averages about 240 (Brysbaert 2019, a review of
 * 190 studies). Legal text with side notes is slower, so `usual` is 200. Many readers of the course read in
 * a second language, for whom `secondLanguage` is nearer.
 */
export const paces = { usual: 200, secondLanguage: 150 } as const;
export type Pace = keyof typeof paces;
const minutesPerCheckQuestion = 1;

/** Splits minutes into whole hours and remaining minutes, the values of messages about time. */
export const hoursAndMinutes = (minutes: number) => ({
  hours: Math.floor(minutes / 60),
  minutes: minutes % 60,
});

/** The values of messages that state a page's minutes at both paces, with the words per minute of each. */
export const bothPaces = ({
  minutes,
  slowMinutes,
}: {
  readonly minutes: number;
  readonly slowMinutes: number;
}) => ({
  count: minutes,
  slow: slowMinutes,
  usual: paces.usual,
  second: paces.secondLanguage,
});

const wordsIn = (text: string) => text.split(/\s+/).length;

/** Whole minutes that a lesson takes: its words and its practice questions. */
export const lessonMinutes = (words: number, checks: number, pace: Pace = 'usual'): number =>
  Math.max(1, Math.round(words / paces[pace] + checks * minutesPerCheckQuestion));

/** Whole minutes that a module check of so many questions takes. */
export const checkMinutes = (draw: number): number => Math.round(draw * minutesPerCheckQuestion);

/**
 * Whole minutes of one run of a case. For each scene with choices this counts the text, all labels and one consequence
 * with its reason, then multiplies the sum by the share of these scenes that one run visits.
 */
export function caseMinutes(scenario: Scenario, pace: Pace = 'usual'): number {
  const scenes = Object.values(scenario.scenes);
  const all = scenes.reduce((sum, scene) => {
    const choices = 'choices' in scene ? scene.choices : [];
    const outcomeWords = choices.reduce(
      (w, c) => w + wordsIn(c.consequence) + wordsIn(c.reason),
      0,
    );
    const labels = choices.reduce((w, c) => w + wordsIn(c.label), 0);
    return (
      sum + wordsIn(scene.text) + labels + (choices.length ? outcomeWords / choices.length : 0)
    );
  }, 0);
  const debrief = wordsIn(scenario.debrief.sound) + wordsIn(scenario.debrief.evidence);
  // A run visits about two thirds of the scenes, and deciding takes longer than reading.
  return Math.max(1, Math.round(((all * 2) / 3 + debrief) / (paces[pace] * 0.75)));
}
