import type { CertifiedFacts } from './verification-code.ts';

/** Texts of a badge file, in the language of the course. */
export interface BadgeWords {
  /** Name of the badge; says that it is not signed. */
  readonly name: string;
  /** States that the badge is not signed, and what its evidence is. */
  readonly description: string;
  /** Name of the issuer: the learner. */
  readonly issuer: string;
  /** Name and summary of the course. */
  readonly title: string;
  readonly summary: string;
  /** Conditions that the learner met, and the learning objectives. */
  readonly criteria: string;
  /** Active time and verification code. */
  readonly narrative: string;
  readonly score: string;
}

/**
 * A certificate as an Achievement Credential of Open Badges 3.0 (1EdTech, section "Data Model") without a proof: it has
 * the shape of the standard, so that programs can read it, but nothing vouches for it. Such a file cannot be looked up
 * at any address, so its ids are `data:` URIs, which name a thing without claiming an owner.
 * @param number verification code of the facts
 * @param language BCP 47 tag of the texts
 * @param masteryScore scaled, 0 to 1
 */
export function badgeFile(
  facts: CertifiedFacts,
  number: string,
  words: BadgeWords,
  { language, masteryScore }: { readonly language: string; readonly masteryScore: number },
): object {
  const { course, version, track, date, score } = facts;
  const about = `data:,${course}`;
  const achievement = `${about}/${version}/${track}`;
  const result = `${achievement}/final`;
  return {
    '@context': [
      'https://www.w3.org/ns/credentials/v2',
      'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
    ],
    id: `${achievement}/${number}`,
    type: ['VerifiableCredential', 'AchievementCredential'],
    name: words.name,
    description: words.description,
    issuer: { id: about, type: ['Profile'], name: words.issuer },
    validFrom: `${date}T00:00:00Z`,
    credentialSubject: {
      type: ['AchievementSubject'],
      identifier: [
        {
          type: 'IdentityObject',
          identityType: 'name',
          hashed: false,
          identityHash: facts.name,
        },
      ],
      activityEndDate: `${date}T00:00:00Z`,
      narrative: words.narrative,
      result: [{ type: ['Result'], resultDescription: result, value: String(score) }],
      achievement: {
        id: achievement,
        type: ['Achievement'],
        achievementType: 'Course',
        name: words.title,
        description: words.summary,
        inLanguage: language,
        version,
        criteria: { narrative: words.criteria },
        resultDescription: [
          {
            id: result,
            type: ['ResultDescription'],
            name: words.score,
            resultType: 'Percent',
            requiredValue: String(Math.round(masteryScore * 100)),
          },
        ],
      },
    },
  };
}
