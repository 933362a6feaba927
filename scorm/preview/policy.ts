import { objectOf } from '../../src/codec/json.ts';

/** Content Security Policy under which a course of this project must work: only its own files (P36). */
const strict = "default-src 'self'; base-uri 'none'; form-action 'self'";

/** Policy of the preview's own pages. */
export const ownPolicy = `${strict}; frame-ancestors 'none'`;

/** Policy of a page that shows a course: as on other platforms, a course may frame pages of other sites. */
export const playerPolicy = `${ownPolicy}; frame-src 'self' http: https: data: blob:`;

/** The strict policy for a course, with violation reporting. */
export const strictPolicy = (placeId: string): string =>
  `${strict}; report-uri /preview-report?place=${placeId}`;

/**
 * Summary of a browser's violation report (CSP 2, section 4.4): directive and blocked address.
 * @returns undefined if the value is not such a report
 */
export function violationOf(report: unknown): string | undefined {
  const body = objectOf(objectOf(report)?.['csp-report']);
  if (body === undefined) return undefined;
  const [directive, blocked] = [
    body['effective-directive'] ?? body['violated-directive'],
    body['blocked-uri'],
  ];
  if (typeof directive !== 'string' || typeof blocked !== 'string') return undefined;
  return `${directive.split(' ')[0] ?? ''}: ${blocked.slice(0, 200)}`;
}
