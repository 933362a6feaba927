import { type JsonObject, objectOf, parsedObject } from '../../codec/json.ts';

/** An RSA public key as a JSON Web Key (RFC 7517; RFC 7518, section 6.3.1): modulus and exponent, base64url. */
export interface PublicKey {
  readonly kty: 'RSA';
  readonly n: string;
  readonly e: string;
}

/**
 * A key with the first and last day on which it was used to sign, YYYY-MM-DD; the last is absent while it is in use.
 */
export interface PublishedKey {
  /** Thumbprint of the key (RFC 7638). */
  readonly id: string;
  readonly from: string;
  readonly until?: string;
  readonly key: PublicKey;
}

/** The issuer file that an institute publishes: its name, its keys, and the certificates that it has withdrawn. */
export interface Issuer {
  readonly format: 'certificate-issuer';
  /** Address of the institute, such as `https://training.example`. */
  readonly id: string;
  readonly name: string;
  readonly keys: readonly PublishedKey[];
  readonly revoked: {
    /** Day on which the list was last changed, YYYY-MM-DD. */
    readonly asOf: string;
    readonly certificates: readonly { readonly id: string; readonly on: string }[];
  };
}

/** The key file that an institute keeps secret: its name and its private key (RFC 7518, section 6.3.2). */
export interface IssuerKey {
  readonly format: 'certificate-issuer-key';
  readonly issuer: { readonly id: string; readonly name: string };
  readonly key: PublicKey & Readonly<Record<PrivateField, string>>;
}

const privateFields = ['d', 'p', 'q', 'dp', 'dq', 'qi'] as const;
type PrivateField = (typeof privateFields)[number];

/** An unusable file; `field` names the invalid field (`keys.0.from`; empty for the whole file). */
export class UnusableFileError extends Error {
  readonly field: string;
  readonly reason: 'foreign' | 'field' | 'private';

  constructor(reason: UnusableFileError['reason'], field = '') {
    super(`${reason} ${field}`.trim());
    this.reason = reason;
    this.field = field;
  }
}

const isDay = (value: unknown): value is string =>
  typeof value === 'string' &&
  /^\d{4}-\d\d-\d\d$/.test(value) &&
  !Number.isNaN(Date.parse(`${value}T00:00:00Z`));
const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';
const isBase64url = (value: unknown): value is string => isText(value) && /^[\w-]+$/.test(value);
const isAddress = (value: unknown): value is string => isText(value) && URL.canParse(value);
const isRecord = (value: unknown): value is JsonObject => objectOf(value) !== undefined;

/** @throws UnusableFileError if the text is not JSON of the format */
function opened(text: string, format: string): JsonObject {
  const file = parsedObject(text);
  if (file?.['format'] !== format) throw new UnusableFileError('foreign');
  return file;
}

function need(isRight: boolean, field: string): asserts isRight {
  if (!isRight) throw new UnusableFileError('field', field);
}

/** @throws UnusableFileError unless the key is an RSA public key; with reason `private` if it is a private one */
function publicKey(value: unknown, field: string): PublicKey {
  need(isRecord(value), field);
  if (privateFields.some((name) => name in value)) throw new UnusableFileError('private', field);
  need(value['kty'] === 'RSA', `${field}.kty`);
  need(isBase64url(value['n']), `${field}.n`);
  need(isBase64url(value['e']), `${field}.e`);
  return { kty: 'RSA', n: value['n'], e: value['e'] };
}

/**
 * Reads the published file of an institute.
 * @throws UnusableFileError if it is another file, a field is invalid, or it contains a private key
 */
export function readIssuer(text: string): Issuer {
  const { id, name, keys, revoked } = opened(text, 'certificate-issuer');
  need(isAddress(id), 'id');
  need(isText(name), 'name');
  need(Array.isArray(keys) && keys.length > 0, 'keys');
  need(isRecord(revoked) && isDay(revoked['asOf']), 'revoked.asOf');
  const withdrawn = revoked['certificates'];
  need(Array.isArray(withdrawn), 'revoked.certificates');
  return {
    format: 'certificate-issuer',
    id,
    name,
    keys: keys.map((entry: unknown, place): PublishedKey => {
      const field = `keys.${place}`;
      need(isRecord(entry) && isBase64url(entry['id']), `${field}.id`);
      const { from, until } = entry;
      need(isDay(from), `${field}.from`);
      need(until === undefined || isDay(until), `${field}.until`);
      return {
        id: entry['id'],
        from,
        ...(until !== undefined && { until }),
        key: publicKey(entry['key'], `${field}.key`),
      };
    }),
    revoked: {
      asOf: revoked['asOf'],
      certificates: withdrawn.map((entry: unknown, place) => {
        need(isRecord(entry) && isText(entry['id']), `revoked.certificates.${place}.id`);
        need(isDay(entry['on']), `revoked.certificates.${place}.on`);
        return { id: entry['id'], on: entry['on'] };
      }),
    },
  };
}

/**
 * Reads the private file of an institute.
 * @throws UnusableFileError if it is another file or a field is invalid
 */
export function readIssuerKey(text: string): IssuerKey {
  const { issuer, key } = opened(text, 'certificate-issuer-key');
  need(isRecord(issuer) && isAddress(issuer['id']), 'issuer.id');
  need(isText(issuer['name']), 'issuer.name');
  need(isRecord(key) && key['kty'] === 'RSA', 'key.kty');
  for (const name of ['n', 'e', ...privateFields]) need(isBase64url(key[name]), `key.${name}`);
  return {
    format: 'certificate-issuer-key',
    issuer: { id: issuer['id'], name: issuer['name'] },
    key: key as unknown as IssuerKey['key'],
  };
}
