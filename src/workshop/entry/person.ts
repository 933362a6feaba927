/** Aspects of a person that entry rules ask about, each with its possible values. */
export const aspects = {
  age: ['child', 'youth', 'adult'],
  offence: ['use', 'small-supply', 'theft', 'violence', 'trafficking'],
  quantity: ['under', 'over'],
  record: ['none', 'convicted', 'tried-before'],
  consent: ['yes', 'no'],
  place: ['near', 'far', 'no-address'],
  fee: ['can-pay', 'cannot-pay'],
} as const;

export type Aspect = keyof typeof aspects;
export const aspectNames = Object.keys(aspects) as Aspect[];

/** A kind of person: one value of each aspect. */
export type Person = Readonly<Record<Aspect, string>>;

/** All 1,080 kinds of person. */
export const everyPerson: readonly Person[] = aspectNames.reduce<readonly Person[]>(
  (kinds, aspect) =>
    kinds.flatMap((kind) => aspects[aspect].map((value) => ({ ...kind, [aspect]: value }))),
  [{} as Person],
);
