/** Data of the course that a new case refers to. */
export interface CaseGround {
  /** Id of the case. */
  readonly id: string;
  /** A lesson of the course. */
  readonly lesson: string;
  /** A source of the course. */
  readonly source: string;
  /** The day, YYYY-MM-DD. */
  readonly day: string;
}

/**
 * The template of a new case: small, complete and valid, so that every edit can be checked from the start. Its
 * sentences describe what belongs in their place.
 */
export const caseSkeleton = ({ id, lesson, source, day }: CaseGround): string => `id: ${id}
title: The name of the case in a few words
summary: One or two sentences for lists. Who is met, and what has to be decided.
stage: pre-arrest
roles: [police]
decides: Who decides here, and within which limits, in one sentence.
lessons: [${lesson}]
checked: ${day}
indicators:
  trust:
    label: Trust
    start: 5
    low: What is seen when it is low.
    middle: What is seen in the middle.
    high: What is seen when it is high.
flags:
  delayed: What is remembered of this, in words that can be ticked.
start: opening
scenes:
  opening:
    heading: The time, and what it is about
    text: The situation as the role meets it. Who is there, what is said, what is not known.
    known:
      - One fact that the role now knows.
    choices:
      - id: act
        label: What is decided, as a full sentence.
        consequence: What follows, before any judgement.
        judgement: sound
        reason: Why it is judged so.
        sources: [{ source: ${source} }]
        effects: { trust: 1 }
        goto: later
      - id: wait
        label: Another decision that a real professional has taken.
        consequence: What follows from it.
        judgement: defensible
        reason: What speaks for it, and what against it.
        sources: [{ source: ${source} }]
        sets: [delayed]
        goto: later
  later:
    heading: Later
    text: What became of it.
    also:
      - when: { flag: delayed }
        text: What is told here only to those who waited.
    choices:
      - id: mend
        label: A decision that sets things right.
        consequence: What follows from it.
        judgement: sound
        reason: Why it is judged so.
        sources: [{ source: ${source} }]
        goto: good
      - id: leave
        label: A decision that does harm, for a reason that one can understand.
        consequence: What follows from it.
        judgement: harmful
        reason: Why it is judged so.
        sources: [{ source: ${source} }]
        effects: { trust: -2 }
        goto:
          - { when: { flag: delayed }, goto: poor }
          - { goto: mixed }
  good:
    heading: The best ending
    text: How it ends when it goes well.
    outcome: best
  mixed:
    heading: An ending between
    text: How it ends when some of it goes well.
    outcome: mixed
  poor:
    heading: A poor ending
    text: How it ends when it does not go well.
    outcome: poor
debrief:
  sound: What a sound course would have been.
  evidence: What the sources say, and how sure they are.
  law: [A point that the law of the reader's own country must settle.]
  sources: [{ source: ${source} }]
`;
