import type { TextStore } from '../../../src/progress/text-store.ts';

/** State that a session needs after a reload of its window: the token cannot be fetched again (P26). */
export interface KeptSession {
  readonly token: string;
  /** Whether the first statement was taken. */
  readonly isInitialized?: true;
  /** Whether the session was judged, which may be done once. */
  readonly isJudged?: true;
  /** Whether the last statement was sent. */
  readonly isEnded?: true;
  /** Active seconds before the reload. */
  readonly seconds?: number;
}

/** Place that keeps a session as long as its window is open. Nothing here throws. */
export interface SessionPlace {
  read(): KeptSession | undefined;
  write(session: KeptSession): void;
}

/** A place for a session. @param store gives the storage of the window; may throw @param name of the entry in it */
export const sessionPlace = (store: () => TextStore, name: string): SessionPlace => ({
  read() {
    try {
      const kept = JSON.parse(store().getItem(name) ?? 'null') as Partial<KeptSession> | null;
      return typeof kept?.token === 'string' ? (kept as KeptSession) : undefined;
    } catch {
      return undefined;
    }
  },
  write(session) {
    try {
      store().setItem(name, JSON.stringify(session));
    } catch {
      // Without it a reload ends the session; everything else works.
    }
  },
});
