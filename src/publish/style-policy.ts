import { createHash } from 'node:crypto';

/** File at the root of the site with the value of `Content-Security-Policy` under which all of it works, for hosts. */
export const policyFile = 'content-security-policy.txt';

/** The policy of a host that allows no style in pages. Pages work under it, and are painted later. */
export const strictPolicy = "default-src 'self'; base-uri 'none'; form-action 'self'";

/**
 * The strict policy, which allows these styles in pages by their hashes (CSP 3, section 2.3.1, `hash-source`).
 * @param styles text of each `style` element of the site, as it stands in the page
 */
export function policyWith(styles: readonly string[]): string {
  const hashes = [...new Set(styles)].map(
    (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`,
  );
  return hashes.length === 0
    ? strictPolicy
    : [strictPolicy, ["style-src 'self'", ...hashes].join(' ')].join('; ');
}

/** The text of each `style` element of a page of the build. */
export const stylesIn = (html: string): string[] =>
  [...html.matchAll(/<style>([^<]*)<\/style>/g)].map(([, text = '']) => text);
