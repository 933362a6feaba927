import type { TextStore } from '../../../src/progress/text-store.ts';

/** State that a session needs after a reload, because the token cannot be fetched again (P26). */
export interface KeptSession {
  readonly token: string;
  /** Whether the LMS accepted the first statement. */
  readonly isInitialized?: true;
  /** Whether `passed` or `failed` was sent, which is allowed once. */
  readonly isJudged?: true;
  /** Whether the last statement was sent. */
  readonly isEnded?: true;
  /** Active seconds before the reload. */
  readonly seconds?: number;
}

/** Stores a session while its window is open. Never throws. */
export interface SessionPlace {
  read(): KeptSession | undefined;
  write(session: KeptSession): void;
}

/** Storage for a session. @param store returns the storage of the window; may throw @param name key of the entry */
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
      // Without storage a reload ends the session; everything else works.
    }
  },
});
