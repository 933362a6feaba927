/**
 * Prefetches the next page while the reader reads. Skipped in a package and from a disk, where pages load fast anyway,
 * and for readers with data saving on.
 */
export function prefetchNext(): void {
  const { connection } = navigator as { readonly connection?: { readonly saveData?: boolean } };
  if (
    location.protocol === 'file:' ||
    document.documentElement.dataset['package'] !== undefined ||
    connection?.saveData
  )
    return;
  // Delayed, so that it does not compete with the page itself.
  setTimeout(() => {
    const next = document.querySelector<HTMLAnchorElement>('.turn [rel="next"]');
    if (next === null) return;
    const hint = document.createElement('link');
    hint.rel = 'prefetch';
    hint.href = next.href;
    document.head.append(hint);
  }, 3000);
}
