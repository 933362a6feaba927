import { expect, test, type Page } from '@playwright/test';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { extractText, getDocumentProxy } from 'unpdf';
import { startPreview } from '../../scorm/preview/preview.ts';
import { type Attempt, freshAttempt, type Step } from '../../src/progress/attempt.ts';
import { attemptCodec } from '../../src/progress/suspend-data.ts';
import {
  bestWay,
  builtCourse,
  decide,
  type Place,
  pressOnUntil,
  takeAssessment,
} from '../browser/learner.ts';
import { calls, element, names, open, pages, shell, visit } from '../browser/preview-lms.ts';

const course = builtCourse();
const express = course.tracks.find(({ cases }) => cases === 'one');
if (express === undefined) throw new Error('no track asks for one case alone');
const lessons = express.lessons.map((id) => {
  const found = course.modules.flatMap((module) => module.lessons).find((one) => one.id === id);
  if (found === undefined) throw new Error(`no lesson ${id}`);
  return found;
});
const staged = course.modules.find(({ stage, cases }) => stage !== undefined && cases.length > 0);
const [oneCase] = staged?.cases ?? [];
if (staged === undefined || oneCase === undefined) throw new Error('no stage has a case');

/** Goes from the choice of the track to the end of the final, as a learner of the express track does. */
async function goTheWay(place: Place, to: (href: string) => Promise<unknown>) {
  await to('en/index.html');
  await place.locator(`[data-take="${express?.id}"]`).click();
  await expect(place.locator('a[rel="next"]')).toBeVisible();
  await to('en/pre-test.html');
  await takeAssessment(place, course, express?.questions ?? 0, false);
  for (const { href, title } of lessons) {
    await to(href);
    await expect(place.locator('h1')).toHaveText(title);
    await place.locator('a[rel="next"]').click();
    await expect(place.locator('h1')).not.toHaveText(title);
  }
  await to(oneCase?.href ?? '');
  for (const step of bestWay(staged as NonNullable<typeof staged>, oneCase?.id ?? ''))
    await decide(place, staged as NonNullable<typeof staged>, oneCase?.id ?? '', step);
  await pressOnUntil(place, '[data-part="outcome"]');
  await goToTheEnd(place, to);
}

/** The last part of it: the final, and the certificate that comes with it. */
async function goToTheEnd(place: Place, to: (href: string) => Promise<unknown>) {
  await to('en/certificate.html');
  await expect(place.locator('article.certificate')).toBeHidden();
  await to('en/final.html');
  await takeAssessment(place, course, express?.questions ?? 0, true);
  await expect(place.locator('[data-part="gain"]')).toContainText(/0%.*100%/);
  await place.locator('[data-once-passed] a').click();
  await expect(place.locator('article.certificate')).toBeVisible();
}

/** The attempt of that learner before the final. */
function beforeTheFinal(): Attempt {
  const way = bestWay(staged as NonNullable<typeof staged>, oneCase?.id ?? '') as readonly Step[];
  return {
    ...freshAttempt,
    track: express?.id ?? '',
    viewed: lessons.map(({ id }) => id),
    location: lessons.at(-1)?.id ?? '',
    cases: { [oneCase?.id ?? '']: { first: way, run: way, finished: true, endings: [] } },
    checks: { 'pre-test': { tries: [0] } },
    seconds: 600,
  };
}

const objectivesOf = () => {
  const ids = new Set(lessons.flatMap(({ objectives }) => objectives));
  return course.modules
    .flatMap(({ objectives }) => objectives)
    .filter(({ id }) => ids.has(id))
    .map(({ text }) => text);
};

/** Text with every run of white space made one space, as lines of print break anywhere. */
const plain = (text: string) => text.replace(/\s+/g, ' ').trim();

/** The words of the page as it is printed, and on how many sheets. */
async function printed(page: Page, format: 'A4' | 'Letter') {
  const pdf = await page.pdf({ format });
  const { totalPages, text } = await extractText(await getDocumentProxy(new Uint8Array(pdf)), {
    mergePages: true,
  });
  return { sheets: totalPages, text: plain(text) };
}

test('a learner goes from the pre-test through lessons, a case and the final to a printed certificate @wide', async ({
  page,
}) => {
  await goTheWay(page, (href) => page.goto(href));
  await page.getByLabel('Your name').fill('Amina Wanjiru Diallo');
  const number = await page.locator('[data-part="number"]').innerText();
  for (const format of ['A4', 'Letter'] as const) {
    const { sheets, text } = await printed(page, format);
    expect(sheets).toBe(1);
    for (const fact of [
      'Amina Wanjiru Diallo',
      course.title,
      course.version,
      express.title,
      '100%',
      number,
      ...objectivesOf(),
    ])
      expect(text).toContain(plain(fact));
  }
});

// Two go the whole way; the last comes back before its last part, from what the platform has kept.
// A module is gone through in both standards with each change (`lms-journey.spec.ts`).
for (const [standard, way] of [
  ['scorm2004', 'the same way'],
  ['scorm12', 'the same way'],
  ['scorm12', 'the last part of the same way'],
] as const)
  test(`${way} through a ${standard} package ends as passed, with the score and no failed call (P21, P22) @wide`, async ({
    page,
  }) => {
    const attempts = mkdtempSync(join(tmpdir(), 'attempts-'));
    const preview = await startPreview({ port: 0, packages: 'dist/packages', attempts });
    const name = names[standard];
    try {
      await open(page, preview.url, standard);
      const isWhole = way === 'the same way';
      if (isWhole) await goTheWay(pages(page), (href) => visit(page, href));
      else {
        await shell(page).locator('#shell-exit').click();
        await expect(shell(page).locator('#shell-closed')).toBeVisible();
        await page.locator('#close').click();
        const file = join(attempts, readdirSync(attempts)[0] ?? '');
        const kept = JSON.parse(readFileSync(file, 'utf8')) as { elements: Record<string, string> };
        kept.elements[name.state] = attemptCodec(course.structure).encode(beforeTheFinal());
        writeFileSync(file, JSON.stringify(kept));
        await open(page, preview.url, standard);
        await goToTheEnd(pages(page), (href) => visit(page, href));
      }
      // The platform knows the learner's name, and the page does not ask for it.
      await expect(pages(page).locator('article.certificate [data-part="name"]')).toContainText(
        'Preview',
      );
      await expect(pages(page).getByLabel('Your name')).toBeHidden();
      await shell(page).locator('#shell-exit').click();
      await expect(shell(page).locator('#shell-closed')).toBeVisible();

      const passed = standard === 'scorm12' ? 'passed' : 'completed';
      expect(await element(page, name.status)).toBe(passed);
      expect(Number(await element(page, name.score))).toBe(100);
      if (standard === 'scorm2004') {
        expect(await element(page, 'cmi.success_status')).toBe('passed');
        expect(Number(await element(page, 'cmi.score.scaled'))).toBe(1);
      }
      const said = (await calls(page)).filter((call) => call.name === name.set);
      expect(said.filter(({ answer }) => answer !== 'true')).toEqual([]);
      // P21: `passed` is said once the rule of completion is met, and nothing else after it.
      const statuses = said
        .filter(({ args }) => args[0] === name.status)
        .map(({ args }) => args[1]);
      // A learner who comes back is incomplete already, which need not be said again.
      if (isWhole) expect(statuses).toContain('incomplete');
      expect(statuses.filter((status) => status !== passed && status !== 'incomplete')).toEqual([]);
      expect(statuses.indexOf(passed)).toBeGreaterThanOrEqual(statuses.lastIndexOf('incomplete'));
      expect(statuses.at(-1)).toBe(passed);
      expect((await element(page, name.state)).length).toBeLessThanOrEqual(1000);
    } finally {
      await preview.close();
      rmSync(attempts, { recursive: true });
    }
  });
