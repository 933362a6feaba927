/** Milliseconds after the page has loaded, so that nothing of its own waits. */
const rest = 2000;

/**
 * Asks for the next page of the way while the reader reads, so that it is there at once. Not in a package or
 * from a disk, where pages are near, and not for a reader who saves data or has a slow line.
 */
export function prefetchNext(): void {
  const { connection } = navigator as Navigator & {
    readonly connection?: { readonly saveData?: boolean; readonly effectiveType?: string };
  };
  if (
    !location.protocol.startsWith('http') ||
    document.documentElement.dataset['package'] !== undefined ||
    connection?.saveData === true ||
    /2g/.test(connection?.effectiveType ?? '')
  )
    return;
  addEventListener('load', () => setTimeout(ask, rest));
}

function ask(): void {
  const next = document.querySelector<HTMLAnchorElement>('.turn [rel="next"]');
  if (next === null) return;
  const hint = document.createElement('link');
  hint.rel = 'prefetch';
  hint.href = next.href;
  document.head.append(hint);
}
