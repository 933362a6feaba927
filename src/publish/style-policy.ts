import { createHash } from 'node:crypto';

/**
 * File at the root of the site, for hosts: the value of `Content-Security-Policy` under which all of the site works.
 */
export const policyFile = 'content-security-policy.txt';

/** The policy of a host that allows no inline styles. Pages work under it, but paint later. */
export const strictPolicy = "default-src 'self'; base-uri 'none'; form-action 'self'";

/**
 * The strict policy, extended to allow these inline styles by hash (CSP 3, section 2.3.1, `hash-source`).
 * @param styles exact text of each `style` element of the site
 */
export function policyWith(styles: readonly string[]): string {
  const hashes = [...new Set(styles)].map(
    (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`,
  );
  return hashes.length === 0
    ? strictPolicy
    : [strictPolicy, ["style-src 'self'", ...hashes].join(' ')].join('; ');
}

/** The text of each `style` element of a built page. */
export const stylesIn = (html: string): string[] =>
  [...html.matchAll(/<style>([^<]*)<\/style>/g)].map(([, text = '']) => text);
