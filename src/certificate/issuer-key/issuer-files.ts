import { generateKeyPairSync } from 'node:crypto';
import type { Issuer, IssuerKey, PublicKey } from '../signed/issuer.ts';
import { thumbprint } from '../signed/jwt.ts';

/** The two files of an institute: one to publish, one to keep. */
export interface IssuerFiles {
  readonly issuer: Issuer;
  readonly key: IssuerKey;
}

/**
 * Makes a new RSA key of 2,048 bits for an institute. The previous key is retired on this day; what it has signed until
 * then stays valid.
 * @param before the issuer file published so far
 * @param today YYYY-MM-DD
 */
export async function newKey(
  { id, name }: { readonly id: string; readonly name: string },
  today: string,
  before?: Issuer,
): Promise<IssuerFiles> {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const { kty, n, e, ...rest } = privateKey.export({ format: 'jwk' });
  const key = { kty, n, e } as PublicKey;
  return {
    issuer: {
      format: 'certificate-issuer',
      id,
      name,
      keys: [
        ...(before?.keys ?? []).map((old) => ({ ...old, until: old.until ?? today })),
        { id: await thumbprint(key), from: today, key },
      ],
      revoked: { asOf: today, certificates: before?.revoked.certificates ?? [] },
    },
    key: {
      format: 'certificate-issuer-key',
      issuer: { id, name },
      key: { ...key, ...rest } as IssuerKey['key'],
    },
  };
}

/**
 * The issuer file with another certificate withdrawn; if it was withdrawn before, the day of the first withdrawal
 * stays.
 * @param certificate its id, `urn:uuid:...`
 * @param today YYYY-MM-DD
 */
export const revoke = (issuer: Issuer, certificate: string, today: string): Issuer => ({
  ...issuer,
  revoked: {
    asOf: today,
    certificates: issuer.revoked.certificates.some(({ id }) => id === certificate)
      ? issuer.revoked.certificates
      : [...issuer.revoked.certificates, { id: certificate, on: today }],
  },
});
