import { loadScriptGlobal } from '../../site/load-script.ts';
import type { ShowSource } from './sources-file.ts';

/**
 * Opens the source of a citation in place. A citation remains a link to the list of sources: with a modifier
 * key, without scripts, and if the file of sources fails to load.
 */
export function meetCitations(): void {
  const { sources } = document.documentElement.dataset;
  // A package for an LMS has the list alone.
  if (sources === undefined) return;
  let file: Promise<ShowSource> | undefined;
  document.addEventListener('click', (event) => {
    const link = (event.target as Element).closest<HTMLAnchorElement>('[href*="sources.html#"]');
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    file ??= loadScriptGlobal<ShowSource>(sources, 'atiShowSource');
    void file
      .then(
        (show) => show(link),
        () => false,
      )
      .then((isShown) => isShown || location.assign(link.href));
  });
}
