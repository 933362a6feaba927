import type { Frame, Page } from '@playwright/test';
import type { AxeResults } from 'axe-core';
import { axeOptions, axeSource, ofColours, ofLayout, toLines } from './accessibility.ts';

/** End of the source of axe, which calls it with the window in which it stands. */
const call = '}("object"==typeof window?window:this);';

/**
 * axe as a function of a window. A page that opens other pages in a frame has it compiled, and its code warm, for all
 * of them, which is two thirds of the time axe takes on a page of usual length.
 */
export const axeForWindow = (): string => {
  const source = axeSource.trimEnd();
  if (!source.endsWith(call)) throw new Error('axe is called in another way than it was');
  return `globalThis.lookAt = (shown) => {${source.slice(0, -call.length)}}(shown);}; 'here'`;
};

/**
 * Takes away, of neighbours that differ in nothing but words, all but the first three: what code and styles make of
 * the others they make of these. Runs in the page.
 */
function leaveUnlikeNeighbours(): void {
  const pointing = ['for', 'aria-labelledby', 'aria-describedby', 'aria-controls', 'aria-owns'];
  const pointedAt = new Set(
    pointing.flatMap((name) =>
      [...document.querySelectorAll(`[${name}]`)].flatMap((each) =>
        (each.getAttribute(name) ?? '').split(/\s+/),
      ),
    ),
  );
  const signOf = (element: Element): string => {
    const named = [...element.attributes]
      .map(({ name, value }) =>
        /^(?:class|role|type|hidden|open|disabled|dir|style|aria-(?!label|describedby|controls))/.test(
          name,
        )
          ? `${name}=${value}`
          : name,
      )
      .toSorted();
    const children = [...element.children].map((child) => leaveUnlike(child));
    return `${element.tagName}[${named.join(' ')}](${[...new Set(children)].join('')})`;
  };
  const leaveUnlike = (element: Element): string => {
    const sign = signOf(element);
    const seen = new Map<string, number>();
    for (const child of [...element.children]) {
      const own = signs.get(child) ?? '';
      const before = seen.get(own) ?? 0;
      seen.set(own, before + 1);
      const ids = [child, ...child.querySelectorAll('[id]')].map(({ id }) => id);
      if (before >= 3 && !ids.some((id) => pointedAt.has(id))) child.remove();
    }
    signs.set(element, sign);
    return sign;
  };
  const signs = new Map<Element, string>();
  const main = document.querySelector('main');
  if (main) leaveUnlike(main);
}

/**
 * A page around a frame in which pages of the course are opened one after the other, in a third of the time a window
 * takes.
 */
export interface PagesInFrame {
  readonly frame: Frame;
  /** Opens a page. @param path below the site */
  readonly open: (path: string) => Promise<void>;
  readonly resize: (width: number, height: number) => Promise<void>;
  /**
   * Violations found by axe on the page in the frame in light and dark, as `violationsInBothThemes` does, after all but
   * three of the neighbours were taken away that differ in words alone (`page-faults` asks about the words of all).
   */
  readonly violationsInBothThemes: () => Promise<string[]>;
  /** The same by the rules of layout alone, in the theme as it is. */
  readonly violationsOfLayout: () => Promise<string[]>;
}

/** @param page becomes the page around the frame, in colours that follow the theme */
export async function pagesInFrame(page: Page): Promise<PagesInFrame> {
  // A sheet, as it is shown by the browser, has no scripts that would hear what happens in the frame.
  await page.goto('en/about.html');
  const root = new URL('..', page.url()).href;
  const style = page.locator('link[rel="stylesheet"]').first();
  await page.goto(await style.evaluate((link: HTMLLinkElement) => link.href));
  await page.evaluate(() => {
    document.documentElement.style.colorScheme = 'light dark';
    document.body.replaceChildren(document.createElement('iframe'));
  });
  const element = page.locator('iframe');
  const frame = await (await element.elementHandle()).contentFrame();
  if (!frame) throw new Error('the frame is not there');
  const resize = (width: number, height: number) =>
    element.evaluate(
      (box, [width, height]) =>
        box.setAttribute(
          'style',
          `position: fixed; inset: 0 auto auto 0; border: 0; color-scheme: light dark; width: ${width}px; height: ${height}px`,
        ),
      [width, height] as const,
    );
  const size = page.viewportSize() ?? { width: 1280, height: 720 };
  await resize(size.width, size.height);
  await page.evaluate(axeForWindow());

  const run = async (rules?: readonly string[]) =>
    toLines(
      await page.evaluate(async (options) => {
        type Framed = Window & { axe?: { run: (o: object) => Promise<AxeResults> } };
        const around = window as unknown as { lookAt: (shown: Window) => void };
        const shown = document.querySelector('iframe')?.contentWindow as Framed | null;
        if (!shown) throw new Error('the frame is not there');
        if (shown.axe === undefined) around.lookAt(shown);
        return shown.axe?.run(options);
      }, axeOptions(rules)),
    );
  return {
    frame,
    resize,
    open: (path) =>
      element.evaluate(
        (box: HTMLIFrameElement, src) =>
          new Promise<void>((loaded) => {
            box.onload = () => loaded();
            box.src = src;
          }),
        root + path,
      ),
    violationsOfLayout: async () => {
      await frame.evaluate(leaveUnlikeNeighbours);
      return run(ofLayout);
    },
    violationsInBothThemes: async () => {
      await frame.evaluate(leaveUnlikeNeighbours);
      const found = await run();
      await page.emulateMedia({ colorScheme: 'dark' });
      const inDark = await run(ofColours);
      await page.emulateMedia({ colorScheme: 'light' });
      return [...found, ...inDark.map((each) => `in dark: ${each}`)];
    },
  };
}
