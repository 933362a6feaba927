import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { JSDOM } from 'jsdom';
import { analyse } from '../../src/cases/analysis.ts';
import { builtCourse } from '../browser/learner.ts';

const course = builtCourse();
const cases = course.modules.flatMap((module) => module.cases);
const word = (section: string, name: string) => {
  const found = course.interface.messages[section]?.[name];
  if (typeof found !== 'string') throw new Error(`no word ${section}.${name}`);
  return found;
};

/** The page of a case for reviewers, which has no scripts. */
const pageOf = (id: string) =>
  new JSDOM(readFileSync(`dist/site/review/en/${id}.html`, 'utf8')).window.document;

const textOf = (element: Element | null | undefined) =>
  (element?.textContent ?? '').replace(/\s+/g, ' ').trim();

test('the transcripts of a case with several roles name the role that decides at each step @wide', () => {
  const several = cases.filter(({ roles }) => roles.length > 1);
  expect(several).not.toEqual([]);
  for (const { id, roles, scenario } of several) {
    const { facts } = analyse(scenario);
    const said = [facts?.best, facts?.worst].flatMap(
      (transcript) =>
        transcript?.steps.map((step) => {
          const scene = scenario.scenes[step.split('.')[0] ?? ''];
          return `${word('role', scene?.role ?? '')}: ${scene?.heading ?? ''}`;
        }) ?? [],
    );
    for (const role of roles) expect(said.join('\n')).toContain(word('role', role));
    const labels = pageOf(id).querySelectorAll('main ol > li > .label');
    expect([...labels].map(textOf), id).toEqual(said);
  }
});

test('the page of each case shows reviewers that it meets the aims for a case', () => {
  for (const { id } of cases) {
    const sizes = pageOf(id).querySelector('table');
    expect(sizes?.querySelectorAll('tr'), id).toHaveLength(10);
    expect(textOf(sizes), id).not.toContain(word('review', 'outside'));
  }
});

test('a reviewer opens the worksheet of a module, on screen and as a table @wide', async ({
  page,
}) => {
  const [module] = course.modules;
  await page.goto('review/en.html');
  await page.getByRole('link', { name: module?.title ?? '' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(module?.title ?? '');
  await expect(page.getByRole('heading', { level: 2 })).toContainText([
    word('worksheet', 'safety'),
    word('worksheet', 'law'),
    word('worksheet', 'evidence'),
    word('worksheet', 'units'),
    word('worksheet', 'signature'),
  ]);
  // An empty box for each place.
  await expect(page.locator('.worksheet td.box').first()).toBeEmpty();
  const table = page.getByRole('link', { name: word('worksheet', 'csv') });
  const download = page.waitForEvent('download');
  await table.click();
  expect((await download).suggestedFilename()).toBe(`${module?.id}.csv`);
});

test('a number of a worksheet stays on one line on paper @wide', async ({ page }) => {
  // The width of A4 between its margins.
  await page.setViewportSize({ width: 665, height: 900 });
  await page.emulateMedia({ media: 'print' });
  await page.goto('review/en/worksheets/trial.html');
  const lines = await page.locator('.worksheet td[data-label]').evaluateAll((cells) =>
    cells.map((cell) => {
      const range = document.createRange();
      range.selectNodeContents(cell);
      return new Set([...range.getClientRects()].map(({ top }) => top)).size;
    }),
  );
  expect(lines.length).toBeGreaterThan(100);
  expect(Math.max(...lines)).toBe(1);
});
