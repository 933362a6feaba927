import { expect, test } from '@playwright/test';
import { analyse } from '../../src/cases/analysis.ts';
import { builtCourse } from '../browser/learner.ts';

const course = builtCourse();
const cases = course.modules.flatMap((module) => module.cases);
const word = (section: string, name: string) => {
  const found = course.interface.messages[section]?.[name];
  if (typeof found !== 'string') throw new Error(`no word ${section}.${name}`);
  return found;
};

for (const { id, roles, scenario } of cases.filter((found) => found.roles.length > 1))
  test(`the transcripts of ${id} name who decides at each step`, async ({ page }) => {
    await page.goto(`review/en/${id}.html`);
    const { facts } = analyse(scenario);
    const said = [facts?.best, facts?.worst].flatMap(
      (transcript) =>
        transcript?.steps.map((step) => {
          const scene = scenario.scenes[step.split('.')[0] ?? ''];
          return `${word('role', scene?.role ?? '')}: ${scene?.heading ?? ''}`;
        }) ?? [],
    );
    for (const role of roles) expect(said.join('\n')).toContain(word('role', role));
    await expect(page.locator('main ol > li > .label')).toHaveText(said);
  });

test('the page of each case shows a reviewer that it keeps to what a case aims at', async ({
  page,
}) => {
  for (const { id } of cases) {
    await page.goto(`review/en/${id}.html`);
    const sizes = page.getByRole('table').first();
    await expect(sizes.getByRole('row')).toHaveCount(10);
    await expect(sizes).not.toContainText(word('review', 'outside'));
  }
});

test('a reviewer opens the worksheet of a module, on screen and as a table', async ({ page }) => {
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
