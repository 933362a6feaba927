/** A set of listeners. */
export function listenersOf() {
  const all = new Set<() => void>();
  return {
    tell: () => {
      for (const listener of all) {
        try {
          listener();
        } catch {
          // The page of the listener is gone.
          all.delete(listener);
        }
      }
    },
    subscribe: (listener: () => void) => {
      all.add(listener);
      return () => void all.delete(listener);
    },
  };
}
