import { loadScriptGlobal } from '../../site/load-script.ts';
import type { ShowSource } from './sources-file.ts';

/**
 * Opens the source of a citation in place. A citation is a link to the list of sources and stays one: with a
 * modifier key, without scripts, and where the file of sources cannot be had, it leads there.
 */
export function meetCitations(): void {
  const { sources } = document.documentElement.dataset;
  // A package of one module has the list alone.
  if (sources === undefined) return;
  let file: Promise<ShowSource> | undefined;
  document.addEventListener('click', (event) => {
    const link = (event.target as Element).closest<HTMLAnchorElement>(
      'a[href*="sources.html#"]:not(.definition a)',
    );
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    const follow = () => location.assign(link.href);
    file ??= loadScriptGlobal<ShowSource>(sources, 'atiShowSource');
    file.then((show) => {
      if (!show(link)) follow();
    }, follow);
  });
}
