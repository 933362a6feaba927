import { loadScriptGlobal } from '../../site/load-script.ts';
import { lacksSources } from './list-sources.ts';
import type { ShowSource } from './sources-file.ts';

/** Maximum wait of a print for addresses on a slow line, in milliseconds. */
const patience = 5000;

/**
 * Whether the page cites documents whose addresses can be brought for its print. A package for an LMS has them in its
 * list alone.
 */
export const canBringSources = (): boolean =>
  document.documentElement.dataset['sources'] !== undefined && lacksSources();

/**
 * Lists the cited documents at the end of the page for printing (`list-sources.ts`); without the script the
 * print has no list.
 */
export async function bringSources(): Promise<void> {
  if (!canBringSources()) return;
  const file = loadScriptGlobal<ShowSource>(
    String(document.documentElement.dataset['sources']),
    'atiShowSource',
  );
  const late = new Promise((resolve) => setTimeout(resolve, patience));
  await Promise.race([file, late]).catch(() => undefined);
}
