/**
 * Asks for the next page of the way while the reader reads, so that it is there at once. Not in a package or
 * from a disk, where pages are near, and not for a reader who saves data.
 */
export function prefetchNext(): void {
  const { connection } = navigator as { readonly connection?: { readonly saveData?: boolean } };
  if (
    location.protocol === 'file:' ||
    document.documentElement.dataset['package'] !== undefined ||
    connection?.saveData
  )
    return;
  // Late, so that nothing of the page itself waits for it.
  setTimeout(() => {
    const next = document.querySelector<HTMLAnchorElement>('.turn [rel="next"]');
    if (next === null) return;
    const hint = document.createElement('link');
    hint.rel = 'prefetch';
    hint.href = next.href;
    document.head.append(hint);
  }, 3000);
}
