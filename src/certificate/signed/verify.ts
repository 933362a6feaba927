import type { Issuer } from './issuer.ts';
import { isSignedBy, readToken, thumbprint } from './jwt.ts';
import type { PublicKey } from './issuer.ts';

/** Facts stated by a certificate, for a reader to compare with the person and the paper. */
export interface StatedFacts {
  readonly id: string;
  readonly name: string;
  readonly course: string;
  readonly version: string;
  readonly criteria: string;
  /** Day of completion and day of signing, YYYY-MM-DD. */
  readonly date: string;
  readonly signedOn: string;
  /** Best score in the final, in percent, as written in the certificate. */
  readonly score: string;
}

/**
 * Result of verifying a file that claims to be a signed certificate: `foreign`: it is no such file; `wrong-key`: it was
 * signed with a key that the issuer has not published; `altered`: it names a key of the issuer, but the signature does
 * not match the content; `old-key`: it was signed on a day on which the key was not in use; `revoked`: the issuer has
 * withdrawn it; `right`: none of these.
 */
export type Verdict =
  | { readonly result: 'foreign' | 'wrong-key' | 'altered' }
  | { readonly result: 'old-key'; readonly until?: string; readonly facts: StatedFacts }
  | { readonly result: 'revoked'; readonly on: string; readonly facts: StatedFacts }
  | { readonly result: 'right'; readonly facts: StatedFacts };

/**
 * Verifies a certificate against what its issuer has published. It trusts nothing that the certificate says about its
 * key.
 */
export async function verify(text: string, issuer: Issuer): Promise<Verdict> {
  const token = readToken(text);
  const named = token?.header['jwk'];
  if (token === undefined || !isKey(named)) return { result: 'foreign' };
  const id = await thumbprint(named);
  const key = issuer.keys.find((published) => published.id === id);
  // The published key decides: if an id was copied beside another key, the signature does not match.
  if (key === undefined) return { result: 'wrong-key' };
  if (!(await isSignedBy(token, key.key).catch(() => false))) return { result: 'altered' };
  const facts = statedFacts(token.payload);
  if (facts === undefined) return { result: 'foreign' };
  const withdrawn = issuer.revoked.certificates.find((entry) => entry.id === facts.id);
  if (withdrawn) return { result: 'revoked', on: withdrawn.on, facts };
  const { from, until } = key;
  if (facts.signedOn < from || (until !== undefined && facts.signedOn > until))
    return { result: 'old-key', ...(until !== undefined && { until }), facts };
  return { result: 'right', facts };
}

const isKey = (value: unknown): value is PublicKey => {
  const { kty, n, e } = (value ?? {}) as Record<string, unknown>;
  return kty === 'RSA' && typeof n === 'string' && typeof e === 'string';
};

/** The facts of an Achievement Credential as written by `signedCredential`; undefined if one is missing. */
function statedFacts(payload: unknown): StatedFacts | undefined {
  const at = (...path: (string | number)[]): string => {
    const value = path.reduce<unknown>(
      (from, step) => (from as Record<string | number, unknown> | undefined)?.[step],
      payload,
    );
    if (typeof value !== 'string') throw new TypeError(`${path.join('.')} is no text`);
    return value;
  };
  const subject = 'credentialSubject';
  try {
    return {
      id: at('id'),
      name: at(subject, 'identifier', 0, 'identityHash'),
      course: at(subject, 'achievement', 'name'),
      version: at(subject, 'achievement', 'version'),
      criteria: at(subject, 'achievement', 'criteria', 'narrative'),
      date: at(subject, 'activityEndDate').slice(0, 10),
      signedOn: at('validFrom').slice(0, 10),
      score: at(subject, 'result', 0, 'value'),
    };
  } catch {
    return undefined;
  }
}
