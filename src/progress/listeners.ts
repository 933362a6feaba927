/** Those who want to hear of changes. */
export function listenersOf() {
  const all = new Set<() => void>();
  return {
    tell: () => {
      for (const listener of all) {
        try {
          listener();
        } catch {
          // A page that is gone cannot be told.
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
