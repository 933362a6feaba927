import type { HookParameters } from 'astro';

type Server = Pick<
  HookParameters<'astro:server:setup'>['server'],
  'watcher' | 'environments' | 'ws' | 'config'
>;

/**
 * How long after the last change the content is read, in milliseconds: an editor may empty a file
 * before it writes it, and the watcher tells no second change of a file within 50.
 */
const settled = 150;

/**
 * Shows what an author's change did: mistakes in the terminal and as an overlay on every page, also on pages that
 * are opened or reloaded later; a change without mistakes reloads the pages.
 * @param diagnostics returns the mistakes in the content as it is now, one per line; empty if there are none
 * @param forget drops everything that was made from the content before the change
 */
export function watchContent(
  { watcher, environments, ws, config }: Server,
  { diagnostics, forget }: { readonly diagnostics: () => string; readonly forget: () => void },
): void {
  let message = '';
  let waiting: NodeJS.Timeout | undefined;
  let hasContent = false;
  const showDiagnostics = () => {
    // Vite keeps an error that nobody is there to see for the next page, and shows it there when it is long mended.
    if (ws.clients.size > 0)
      ws.send({ type: 'error', err: { message, stack: '', plugin: 'content check' } });
  };

  const forgetPages = () => {
    // Pages ask for their paths once and keep what came with them, until Astro is told.
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
      // A page that is asked for before the content is read, as Astro itself may make it, is of the new content.
      forgetPages();
      hasContent ||= isContent;
      clearTimeout(waiting);
      waiting = setTimeout(read, settled);
    });
  ws.on('connection', () => {
    if (message !== '') showDiagnostics();
  });
}
