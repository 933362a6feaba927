import { axeOptions, ofColours, ofLayout } from './accessibility.ts';
import type { Firefox } from './firefox.ts';
import { axeForWindow } from './pages-in-frame.ts';

const lines = `({ violations }) => violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => id + ': ' + html.slice(0, 160))).join('\\n')`;

/** Measurements of one page in a frame of Firefox. */
interface Seen {
  /** Pixels by which the page is wider than its window. */
  readonly over: number;
  /** Violations that axe finds on it by the rules of colours and of layout. */
  readonly violations: string;
}

/**
 * Opens pages in a frame of Firefox, one after the other. All else that axe asks it reads from the document, which is
 * the same in every browser.
 * @param root address below which the pages are
 */
export async function seenInFirefox(
  firefox: Firefox,
  root: string,
  paths: readonly string[],
): Promise<ReadonlyMap<string, Seen>> {
  await firefox.goto(`${root}${paths[0] ?? ''}`);
  await firefox.evaluate(
    `document.documentElement.innerHTML = '<body><iframe width="1280" height="800"></iframe></body>'`,
  );
  await firefox.evaluate(axeForWindow());
  const options = JSON.stringify({ ...axeOptions([...ofColours, ...ofLayout]), preload: false });
  const seen = new Map<string, Seen>();
  for (const path of paths) {
    const address = JSON.stringify(root + path);
    await firefox.evaluate(
      `new Promise((loaded) => { const box = document.querySelector('iframe'); box.onload = () => loaded('shown'); box.src = ${address}; })`,
    );
    const over = await firefox.evaluate(
      `(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)(document.querySelector('iframe').contentDocument.documentElement)`,
    );
    const violations = await firefox.evaluate(
      `(() => { const shown = document.querySelector('iframe').contentWindow; lookAt(shown); return shown.axe.run(${options}).then(${lines}); })()`,
    );
    seen.set(path, { over: Number(over), violations });
  }
  return seen;
}
