import type { HookParameters } from 'astro';

type Server = Pick<
  HookParameters<'astro:server:setup'>['server'],
  'watcher' | 'environments' | 'ws' | 'config'
>;

/**
 * Delay between the last change and reading the content, in milliseconds. An editor may empty a file before writing it,
 * and the watcher reports no second change to a file within 50 ms.
 */
const settled = 150;

/**
 * Shows the effect of an author's change: mistakes appear in the terminal and as an overlay on every page, including
 * pages opened or reloaded later; a change without mistakes reloads the pages.
 * @param diagnostics returns the mistakes in the content as it is now, one per line; empty if there are none
 * @param forget drops everything derived from the content before the change
 */
export function watchContent(
  { watcher, environments, ws, config }: Server,
  { diagnostics, forget }: { readonly diagnostics: () => string; readonly forget: () => void },
): void {
  let message = '';
  let waiting: NodeJS.Timeout | undefined;
  let hasContent = false;
  const showDiagnostics = () => {
    // Without a client, Vite queues the error for the next page and shows it there long after it is fixed.
    if (ws.clients.size > 0)
      ws.send({ type: 'error', err: { message, stack: '', plugin: 'content check' } });
  };

  const forgetPages = () => {
    // Pages load their paths once and cache the data until Astro is notified.
    forget();
    for (const { hot } of Object.values(environments)) hot.send('astro:content-changed', {});
  };

  const read = () => {
    forgetPages();
    if (hasContent) message = diagnostics();
    hasContent = false;
    if (message === '') ws.send({ type: 'full-reload' });
    else {
      config.logger.error(message, { timestamp: true });
      showDiagnostics();
    }
  };

  for (const event of ['add', 'change', 'unlink'] as const)
    watcher.on(event, (path: string) => {
      const isContent = /\.(ya?ml|mdx|svg)$/.test(path);
      if (!isContent && !/\.css$|\.entry\.ts$/.test(path)) return;
      // A page requested before the content is read, possibly by Astro itself, must already use the new content.
      forgetPages();
      hasContent ||= isContent;
      clearTimeout(waiting);
      waiting = setTimeout(read, settled);
    });
  ws.on('connection', () => {
    if (message !== '') showDiagnostics();
  });
}
