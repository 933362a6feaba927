import { type Browser, expect, type Page, test } from '@playwright/test';
import mammoth from 'mammoth';
import { extractText, getDocumentProxy } from 'unpdf';
import { violations } from '../browser/accessibility.ts';
import { builtCourse } from '../browser/learner.ts';
import { parsedCsv } from '../browser/parsed-csv.ts';
import { asFile, savedBy } from '../browser/workshop-files.ts';

const course = builtCourse();
const kit = 'en/workshop/index.html';
const threeDays = course.workshop?.agendas.find(({ length }) => length === 'three-days');
if (threeDays === undefined) throw new Error('no ready agenda lasts three days');
const { parts } = threeDays;
const scenario = parts.find((each) => each.startsWith('case:'))?.slice(5) ?? '';

/** Opens a page of the kit by the link that a trainer sees on its first page. */
async function openFromKit(page: Page, name: string) {
  await page.goto(kit);
  await page.getByRole('link', { name, exact: true }).first().click();
  await page.waitForLoadState();
}

const plain = async (path: string) => (await mammoth.extractRawText({ path })).value;

/** Eight people who answer on paper, a line each: the first letters of the options, by a rule. */
const lines = (count: number, letter: (person: number) => string) =>
  Array.from({ length: 8 }, (_, person) => `${person + 1} ${letter(person).repeat(count)}`).join(
    '\n',
  );

/** The laptop of a group: its map, entry rules, self-assessment, and its own copy of the plan. @returns its files */
async function workOfGroup(
  browser: Browser,
  baseURL: string,
  given: { group: string; who: string; seed: string },
): Promise<{ plan: string; readiness: string; map: string }> {
  const laptop = await browser.newContext({ baseURL });
  const page = await laptop.newPage();
  await openFromKit(page, 'Action plan');
  await page
    .getByLabel('Open a file that was saved here')
    .setInputFiles(asFile('seed.json', given.seed));
  await expect(page.getByLabel('Gap')).toHaveCount(1);
  await page.goto('en/workshop/forms/continuum-map.html');
  await page.getByLabel('Group', { exact: true }).fill(given.group);
  await page.locator('[data-row="pre-arrest"] [name="decides"]').fill(given.who);
  const { text: map } = await savedBy(page, 'Save as a file');
  await openFromKit(page, 'Who gets in?');
  await page.getByLabel('Route', { exact: true }).fill('Suspended prosecution');
  await page.getByRole('button', { name: 'Add a rule' }).click();
  await page.getByRole('textbox', { name: 'Rule 1' }).fill(`First offence only (${given.group})`);
  await page.getByRole('checkbox', { name: 'none', exact: true }).check();
  await page.locator('[data-aspect="record"]').selectOption('convicted');
  await expect(page.locator('[data-part="changes"] li')).toContainText('First offence only');
  await page.getByRole('button', { name: 'Carry this into the plan' }).click();
  await openFromKit(page, 'How ready are we?');
  await page.locator('[data-part="group"]').fill(given.group);
  for (const [place, item] of (await page.locator('[data-item]').all()).entries())
    await item
      .getByRole('radio')
      .nth(place === 0 ? 0 : (place + given.group.length) % 2 === 0 ? 2 : 3)
      .check();
  await page.getByRole('button', { name: 'Carry the gaps into the plan' }).click();
  await expect(page.locator('[data-part="carry-said"]')).toContainText('1');
  const { text: readiness } = await savedBy(page, 'Save as a file');
  await openFromKit(page, 'Action plan');
  await page.getByLabel('Group', { exact: true }).fill(given.group);
  await expect(page.getByLabel('Gap')).toHaveCount(3);
  await page.getByLabel('Who does it').first().fill(given.who);
  await page.getByLabel('Action', { exact: true }).nth(1).fill(`Open the route (${given.group})`);
  await page.getByLabel('Done within').nth(1).selectOption('12');
  const { text: plan } = await savedBy(page, 'Save as a file');
  await laptop.close();
  return { plan, readiness, map };
}

test('a three-day workshop runs from its agenda to one exported plan @wide', async ({
  page,
  context,
  browser,
  baseURL,
}) => {
  test.setTimeout(480_000);
  const sessions: string[] = [];

  await test.step('the ready agenda is adapted, printed and saved, and each session leads to its page', async () => {
    await page.goto('en/index.html');
    await page.getByRole('link', { name: 'I teach this' }).click();
    await page.locator('ol').getByRole('link', { name: 'Agenda builder' }).click();
    await page.getByLabel('Begin with a ready agenda').selectOption({ label: threeDays.title });
    await page.getByLabel('Title').fill('Workshop of Savara');
    await page.getByLabel('First day').fill('2027-03-01');
    await expect(page.locator('[data-part="days"] table')).toHaveCount(3);
    const links = page.locator('[data-part="days"] a');
    for (const link of await links.all())
      sessions.push(await link.evaluate((each) => (each as HTMLAnchorElement).href));
    expect(new Set(sessions).size).toBe(parts.length);
    const { path } = await savedBy(page, 'Save for a word processor');
    const text = await plain(path);
    expect(text).toContain('Workshop of Savara');
    for (const title of await links.allInnerTexts()) expect(text).toContain(title);
  });

  await test.step('each session has a page with instructions, and its guide prints', async () => {
    for (const href of new Set(sessions)) {
      const answer = await page.goto(href);
      expect(answer?.ok(), href).toBe(true);
      await expect(page.locator('h1')).toBeVisible();
    }
    await page.goto(`en/workshop/guides/${threeDays.id}.html`);
    expect(await page.locator('.guide').count()).toBeGreaterThanOrEqual(parts.length);
    const { totalPages } = await extractText(
      await getDocumentProxy(new Uint8Array(await page.pdf({ format: 'A4' }))),
    );
    expect(totalPages).toBeLessThanOrEqual(45);
  });

  const form = 'en/workshop/answers/course.html';
  let questions = 0;
  await test.step('day one: eight people answer form A on paper, and one on a telephone', async () => {
    const telephone = await context.newPage();
    await telephone.goto('en/workshop/sets/course-a.html');
    const fields = telephone.locator('answer-set fieldset');
    questions = await fields.count();
    for (const field of await fields.all()) await field.locator('input').first().check();
    const code = await telephone.locator('[data-part="code"]').innerText();
    await telephone.close();
    await page.goto(form);
    await page
      .getByLabel('Answers before')
      .fill(`${lines(questions, (person) => (person % 2 === 0 ? 'A' : 'B'))}\n9 ${code}`);
    await expect(page.locator('[data-part="refused"] li')).toHaveCount(0);
    await expect(page.locator('[data-part="counted"]')).toContainText('9 sheets');
  });

  await test.step('day one: the room plays a case with the wall synchronised and verdicts closed', async () => {
    await page.goto(`en/workshop/room/${scenario}.html`);
    const opened = context.waitForEvent('page');
    await page.getByRole('button', { name: 'Open a window for the projector' }).click();
    const wall = await opened;
    const heading = (of: Page) => of.locator('[data-part="heading"]').innerText();
    const on = page.getByRole('button', { name: 'Go on', exact: true });
    const panel = page.locator('[data-part="panel"]');
    for (let round = 0; round < 40; round++) {
      while (await on.isVisible()) {
        await on.click();
        await expect.poll(() => heading(wall)).toBe(await heading(page));
      }
      if (!(await panel.isVisible())) break;
      await page.getByLabel('Raised hands for A').fill('14');
      await page.getByLabel('Raised hands for B').fill('10');
      await page.getByLabel('A reason for B').fill('There is no bed before Monday.');
      await expect(wall.locator('.bars .count').first()).toContainText('58%');
      await expect(wall.locator('.judgement:visible')).toHaveCount(0);
      await page.getByRole('button', { name: 'Go on with A' }).click();
    }
    await expect(page.getByRole('button', { name: 'Open the debrief' })).toBeVisible();
    const votes = await savedBy(page, 'Save the votes as CSV');
    const rows = parsedCsv(votes.text);
    expect(rows.length).toBeGreaterThan(4);
    expect(rows.flat()).toContain('There is no bed before Monday.');
    await wall.close();
  });

  let seed = '';
  await test.step('day two: the trainer starts a plan from the gaps of the map, and gives it to the tables', async () => {
    await openFromKit(page, 'Action plan');
    await page.getByLabel('Title').fill('Plan of Savara');
    await page.getByRole('button', { name: 'Add an action' }).click();
    await page.getByLabel('Gap').fill('People are lost between court and clinic');
    await page.getByLabel('Action', { exact: true }).fill('A nurse in the court building');
    ({ text: seed } = await savedBy(page, 'Save as a file'));
  });

  const groups = await Promise.all(
    [
      { group: 'Health', who: 'Two nurses' },
      { group: 'Justice', who: 'The registry' },
    ].map((each) => workOfGroup(browser, baseURL ?? '', { ...each, seed })),
  );

  await test.step('day two: the maps of the tables are merged and drawn', async () => {
    await page.goto('en/workshop/forms/continuum-map.html');
    await page
      .getByLabel('Add the files of groups')
      .setInputFiles([
        asFile('bad.json', 'nothing'),
        ...groups.map(({ map }, place) => asFile(`map-${place}.json`, map)),
      ]);
    const merged = page.locator('[data-part="merge-said"]');
    await expect(merged).toContainText('Health, Justice');
    await expect(merged).toContainText('bad.json was not saved by this kit');
    await expect(page.locator('[data-part="differences"] li')).toHaveCount(1);
    await expect(page.locator('[data-result="0"] > svg:first-child')).toContainText('Two nurses');
    const { path } = await savedBy(page, 'Save for a word processor');
    expect(await plain(path)).toContain('Two nurses');
  });

  await test.step('day three: self-assessments are compared', async () => {
    await openFromKit(page, 'How ready are we?');
    await page
      .getByLabel('Open a file that was saved here')
      .setInputFiles(asFile('health.json', groups[0]?.readiness ?? ''));
    await page
      .getByLabel('Add the files of other groups')
      .setInputFiles(asFile('justice.json', groups[1]?.readiness ?? ''));
    await expect(page.locator('[data-part="differences"] tr')).not.toHaveCount(0);
    await expect(page.locator('[data-part="group-names"]')).toHaveText('Health, Justice');
    const { path } = await savedBy(page, 'Save for a word processor');
    const [first] = course.workshop?.readiness.areas ?? [];
    expect(await plain(path)).toContain(first?.items[0]?.text);
  });

  let plan = '';
  await test.step('day three: plans are merged, differences settled, and the plan is exported as document, table and paper', async () => {
    await openFromKit(page, 'Action plan');
    const files = groups.map((each, place) => asFile(`group-${place}.json`, each.plan));
    await page.getByLabel('Add the files of groups').setInputFiles(files);
    await expect(page.locator('[data-part="said"]')).toContainText('Differences to settle:');
    const who = page.getByRole('button', { name: 'The registry (Justice)' });
    await who.click();
    await expect(page.getByLabel('Who does it').first()).toHaveValue('The registry');
    await expect(page.getByLabel('Title')).toHaveValue('Plan of Savara');
    expect(await violations(page)).toEqual([]);
    await page.reload();
    await expect(page.getByLabel('Who does it').first()).toHaveValue('The registry');
    const document = await plain((await savedBy(page, 'Save for a word processor')).path);
    const table = parsedCsv((await savedBy(page, 'Save as a table (CSV)')).text);
    const paper = await extractText(
      await getDocumentProxy(new Uint8Array(await page.pdf({ format: 'A4' }))),
    );
    const printed = paper.text.join(' ').replace(/\s+/g, ' ');
    for (const text of [
      'A nurse in the court building',
      'The registry',
      'Open the route (Health)',
      'Open the route (Justice)',
    ]) {
      expect(document).toContain(text);
      expect(table.flat()).toContain(text);
      expect(printed).toContain(text);
    }
    expect(document).toContain('12 months');
    expect(table).toHaveLength(1 + (await page.getByLabel('Gap').count()));
    ({ text: plan } = await savedBy(page, 'Save as a file'));
  });

  await test.step('the last hour: form B and the final sheet are added up', async () => {
    await page.goto(form);
    await expect(page.locator('[data-part="counted"]')).toContainText('9 sheets');
    await page.getByLabel('Answers afterwards').fill(lines(questions, () => 'C'));
    await expect(page.locator('[data-part="total"]')).toContainText('8 people');
    await expect(page.locator('[data-part="alone"]')).toContainText('9');
    const gain = await savedBy(page, 'Save the results as CSV');
    expect(parsedCsv(gain.text).length).toBeGreaterThan(questions);
    await openFromKit(page, 'At the end of the workshop');
    const asked = await page.locator('[data-row]').count();
    await page
      .getByLabel('Answers', { exact: true })
      .first()
      .fill(lines(asked, () => 'A'));
    await expect(page.locator('[data-part="counted"]')).toContainText('8 sheets');
  });

  await test.step('a year later the file shows what has moved', async () => {
    await openFromKit(page, 'Action plan');
    await page.getByLabel('How it stands').first().selectOption('done');
    await page
      .getByLabel('An earlier file of this plan')
      .setInputFiles(asFile('plan-of-last-year.json', plan));
    await expect(page.locator('[data-part="followed"] tr').first()).toContainText(
      'not begun → done',
    );
  });
});
