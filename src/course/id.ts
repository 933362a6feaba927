import { z } from 'zod';
import { versionForm } from './version.ts';

/**
 * A stable identifier: lower-case ASCII words joined by hyphens, at most 48 characters.
 *
 * Manifests (an `xsd:ID` must start with a letter), statements and stored progress contain ids, so a published id must
 * never be changed or reused.
 */
export const id = z
  .string()
  .max(48)
  .regex(
    /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/,
    'lower-case letters, digits and single hyphens, a letter first',
  );

/** A plain-text sentence or label for the reader: no markup, no leading or trailing space. */
export const nonEmptyText = z
  .string()
  .min(1)
  .regex(/^\S(?:.*\S)?$/s, 'no space at the start or end');

/** Text with inline Markdown (`*emphasis*`, `**strong**`, links); blank lines separate paragraphs. */
export const prose = nonEmptyText.describe('inline Markdown');

/** The version of a course, such as `1.0.0`. */
export const version = z.string().regex(versionForm, 'three numbers up to 63, such as 1.0.0');
