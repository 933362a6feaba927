import { type JsonObject, objectOf } from '../../codec/json.ts';
import type { IssuerKey, PublicKey } from './issuer.ts';

/** RSASSA-PKCS1-v1_5 with SHA-256: "RS256" (RFC 7518, section 3.3). */
const algorithm = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' } as const;

/** The parts of a JSON Web Token: its content, and the bytes that its signature covers. */
export interface Token {
  readonly header: JsonObject;
  /** Members of the payload; undefined if it is unreadable, in which case the signature does not match either. */
  readonly payload: JsonObject | undefined;
  readonly signed: Uint8Array<ArrayBuffer>;
  readonly signature: Uint8Array<ArrayBuffer>;
}

/** The members of a public key that its thumbprint covers. */
const publicPart = ({ e, kty, n }: PublicKey): PublicKey => ({ e, kty, n });

/** Thumbprint of a key, base64url: SHA-256 of its required members in alphabetical order (RFC 7638, section 3). */
export async function thumbprint(key: PublicKey): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', bytesOf(JSON.stringify(publicPart(key))));
  return encoded(new Uint8Array(digest));
}

/**
 * Signs a payload as a JSON Web Token (RFC 7515, section 3.1). The header contains the public key, as Open Badges 3.0
 * requires for a key without an address; verifiers must know that key from elsewhere.
 * @throws DOMException if the key is not usable
 */
export async function sign(payload: JsonObject, { key }: IssuerKey): Promise<string> {
  const header = { alg: 'RS256', typ: 'JWT', jwk: publicPart(key) };
  const signed = [header, payload].map((part) => encoded(bytesOf(JSON.stringify(part)))).join('.');
  const usable = await crypto.subtle.importKey('jwk', { ...key }, algorithm, false, ['sign']);
  const signature = await crypto.subtle.sign(algorithm, usable, bytesOf(signed));
  return `${signed}.${encoded(new Uint8Array(signature))}`;
}

/** Whether a token was signed with a key. */
export async function isSignedBy({ signed, signature }: Token, key: PublicKey): Promise<boolean> {
  const usable = await crypto.subtle.importKey('jwk', { ...key }, algorithm, false, ['verify']);
  return crypto.subtle.verify(algorithm, usable, signature, signed);
}

/** Splits a token into its parts; undefined unless the text is a token whose header says RS256. */
export function readToken(text: string): Token | undefined {
  const parts = text.trim().split('.');
  const [head = '', payload = '', signature = ''] = parts;
  const header = parts.length === 3 ? fields(head) : undefined;
  if (header?.['alg'] !== 'RS256') return undefined;
  return {
    header,
    payload: fields(payload),
    signed: bytesOf(`${head}.${payload}`),
    signature: decoded(signature) ?? new Uint8Array(),
  };
}

/** Parses a part of a token; undefined if it is not an object. */
function fields(part: string): JsonObject | undefined {
  const bytes = decoded(part);
  if (bytes === undefined) return undefined;
  try {
    return objectOf(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)));
  } catch {
    return undefined;
  }
}

const bytesOf = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);

const encoded = (bytes: Uint8Array): string =>
  btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '');

/** Decodes base64url; undefined if the text is not base64url. */
function decoded(text: string): Uint8Array<ArrayBuffer> | undefined {
  try {
    const letters = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
    return Uint8Array.from(letters, (letter) => letter.charCodeAt(0));
  } catch {
    return undefined;
  }
}
