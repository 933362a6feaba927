import { badgeFile, type BadgeWords } from '../badge.ts';
import { type CertifiedFacts, verificationCode } from '../verification-code.ts';
import type { IssuerKey } from './issuer.ts';
import { sign } from './jwt.ts';

/** Details of a signature: its day, the id of the certificate, the language of its texts, the mastery score. */
export interface Signing {
  /** Day of signing, YYYY-MM-DD. */
  readonly date: string;
  /** A random UUID, by which the issuer can withdraw the certificate. */
  readonly uuid: string;
  /** BCP 47 tag of the texts. */
  readonly language: string;
  /** Scaled, 0 to 1. */
  readonly masteryScore: number;
}

/**
 * Signs a certificate as an Achievement Credential of Open Badges 3.0 in a JSON Web Token (section "JSON Web Token
 * Proof Format": the members of the credential at the top level, beside `iss`, `jti` and `nbf`).
 * @returns the token
 */
export async function signCertificate(
  facts: CertifiedFacts,
  words: BadgeWords,
  key: IssuerKey,
  { date, uuid, language, masteryScore }: Signing,
): Promise<string> {
  const id = `urn:uuid:${uuid}`;
  const validFrom = `${date}T00:00:00Z`;
  const { issuer } = key;
  return sign(
    {
      ...badgeFile(facts, verificationCode(facts), words, { language, masteryScore }),
      id,
      issuer: { id: issuer.id, type: ['Profile'], name: issuer.name },
      validFrom,
      iss: issuer.id,
      jti: id,
      nbf: Date.parse(validFrom) / 1000,
    },
    key,
  );
}
