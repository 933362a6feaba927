import { readFileSync } from 'node:fs';
import { type Issuer, readIssuer, UnusableFileError } from '../signed/issuer.ts';

/**
 * The institute whose certificates the site verifies by default, read from the file that `ISSUER` names at build time.
 * @throws Error that names the file, the field and the remedy
 */
export function publishedIssuer(): Issuer | undefined {
  const path = process.env['ISSUER'];
  if (!path) return undefined;
  try {
    return readIssuer(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new Error(problem(path, error), { cause: error });
  }
}

function problem(path: string, error: unknown): string {
  if (!(error instanceof UnusableFileError))
    return `ISSUER: ${path} cannot be read. Write the path of issuer.json, or leave ISSUER unset.`;
  if (error.reason === 'private')
    return `${path}, field ${error.field}: this is a private key, and a site would show it to everyone. Set ISSUER to issuer.json.`;
  const place = error.field && `, field ${error.field}`;
  return `${path}${place}: this is not a published file of an institute. Set ISSUER to the issuer.json that npm run issuer-key wrote.`;
}
