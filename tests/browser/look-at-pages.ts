import type { Page } from '@playwright/test';
import { bundleScript } from '../../src/bundling/bundle.ts';

/** Measurements of one page in a frame. */
export interface Look {
  readonly path: string;
  /** Pixels by which the page is wider than its window. */
  readonly over: number;
  /** Faults of its words and ids (`page-faults`). */
  readonly faults: readonly string[];
}

/** Whether a page is asked for faults: handbooks of the course and of tracks repeat those of lessons and modules. */
const isAsked = (path: string) => !/\/handbook\/(?:course\.html|tracks\/)/.test(path);

/**
 * Opens pages one after the other in a frame of the page that is shown, which must be of the same origin: a third of
 * the time it takes to lead the window to each.
 * @param root address below which the pages are
 * @param width of the frame in CSS pixels
 */
export async function lookAtPages(
  page: Page,
  paths: readonly string[],
  { root, width }: { readonly root: string; readonly width: number },
): Promise<readonly Look[]> {
  const script = await bundleScript(
    new URL('page-faults/page-faults.ts', import.meta.url).pathname,
    { target: 'es2024', globalName: 'checks', footer: { js: 'globalThis.checks = checks;' } },
  );
  await page.evaluate(script);
  return page.evaluate(
    async ({ root, asked, paths, width }) => {
      const { pageFaults } = (
        window as unknown as { checks: { pageFaults: (page: Document) => string[] } }
      ).checks;
      const frame = document.createElement('iframe');
      frame.width = String(width);
      frame.height = '640';
      document.body.replaceChildren(frame);
      const looks: { path: string; over: number; faults: string[] }[] = [];
      for (const path of paths) {
        await new Promise((loaded) => {
          frame.onload = loaded;
          frame.src = root + path;
        });
        const shown = frame.contentDocument;
        if (shown === null) throw new Error(`${path} is not shown`);
        const { scrollWidth, clientWidth } = shown.documentElement;
        looks.push({
          path,
          over: scrollWidth - clientWidth,
          faults: asked.includes(path) ? pageFaults(shown) : [],
        });
      }
      return looks;
    },
    { root, paths, width, asked: paths.filter(isAsked) },
  );
}
