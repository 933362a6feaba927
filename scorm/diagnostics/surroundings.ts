import type { Finding } from './finding.ts';
import type { Feature } from './permissions.ts';

/** Surroundings of the course apart from the LMS: the window, the storage and the clock of the device. */
export interface Surroundings {
  /** Origin of the window; the text `null` if the origin is opaque. */
  readonly origin: string;
  /** Whether the window is in a frame. */
  readonly isFramed: boolean;
  /** Whether an ancestor window has another origin. */
  readonly isForeign: boolean;
  readonly keeps: boolean;
  /** Milliseconds by which the clock of the device is behind that of the server; undefined if unknown. */
  readonly clockOffset?: number;
  /** Features that a window forbids; undefined if the browser does not expose its policy. */
  readonly forbidden?: readonly Feature[];
}

/** Tolerated clock error, in milliseconds. */
export const allowedOffset = 5 * 60_000;

/** The findings on the surroundings. */
export function lookAround(found: Surroundings): Finding[] {
  const { origin, isFramed, isForeign, keeps, clockOffset, forbidden } = found;
  const frame = (): Finding => {
    if (origin === 'null') return { id: 'frame', verdict: 'fault', measured: 'sandbox' };
    if (isForeign) return { id: 'frame', verdict: 'note', measured: 'other origin' };
    return { id: 'frame', verdict: 'good', measured: isFramed ? 'frame' : 'window' };
  };
  const minutes = Math.round((clockOffset ?? 0) / 60_000);
  return [
    { id: 'storage', verdict: keeps ? 'good' : 'note' },
    frame(),
    ...(forbidden ? [policy(forbidden)] : []),
    ...(clockOffset === undefined
      ? []
      : [
          {
            id: 'clock',
            verdict: Math.abs(clockOffset) > allowedOffset ? 'note' : 'good',
            measured: `${minutes} min`,
          } as const,
        ]),
  ];
}

/** Finding on forbidden features. SCORM cannot save without synchronous requests; the other features are optional. */
function policy(forbidden: readonly Feature[]): Finding {
  if (forbidden.length === 0) return { id: 'policy', verdict: 'good' };
  const isFault = forbidden.includes('sync-xhr');
  return { id: 'policy', verdict: isFault ? 'fault' : 'note', measured: forbidden.join(' ') };
}
