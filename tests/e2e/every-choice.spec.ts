import { expect, test, type Page } from '@playwright/test';
import { createActor } from 'xstate';
import type { Attempt, Step } from '../../src/progress/attempt.ts';
import type { Scenario } from '../../src/cases/format.ts';
import { caseMachine } from '../../src/cases/machine.ts';
import { coveringRuns } from '../browser/covering-runs.ts';
import { caseGraph } from '../../src/cases/graph.ts';
import { builtCourse, pressOnUntil } from '../browser/learner.ts';

// Generated from the cases: the paths of each are found by its proof, clicked through in a browser,
// and what was recorded is compared with the statechart of the case (P51).
const course = builtCourse();

/** Where the machine of a case comes to rest after these steps. */
function machineAfter(scenario: Scenario, steps: readonly Step[]) {
  const actor = createActor(caseMachine(caseGraph(scenario))).start();
  const pressOn = () => {
    while (actor.getSnapshot().can({ type: 'proceed' })) actor.send({ type: 'proceed' });
  };
  pressOn();
  for (const step of steps) {
    const [scene = '', choice = ''] = step.split('.');
    expect(actor.getSnapshot().value).toBe(scene);
    actor.send({ type: `choose.${choice}` });
    pressOn();
  }
  const { status, value, context, tags } = actor.getSnapshot();
  expect(status, `after ${steps.join(', ')}`).toBe('done');
  return {
    ending: value as unknown as string,
    outcome: [...tags].join(),
    levels: context.indicators,
  };
}

async function choose(page: Page, scenario: Scenario, step: Step) {
  const [scene = '', id = ''] = step.split('.');
  const body = scenario.scenes[scene];
  const choice = body && 'choices' in body ? body.choices.find((one) => one.id === id) : undefined;
  if (body === undefined || choice === undefined) throw new Error(`no choice ${step}`);
  await pressOnUntil(page, '[data-part="choices"]');
  await expect(page.locator('[data-part="heading"]')).toHaveText(body.heading);
  await page.locator('[data-part="list"] button', { hasText: choice.label }).click();
  const why = page.locator('[data-part="why"]');
  if (choice.judgement === 'neutral') return expect(why).toBeHidden();
  // The verdict waits until it is asked for.
  await expect(why.locator(`.${choice.judgement}`)).toBeHidden();
  await why.locator('summary').click();
  await expect(why.locator(`.${choice.judgement}`)).toBeVisible();
}

/**
 * The same as `choose` in one call to the page. A pointer reached the buttons in the first run of the case;
 * that they are there, and visible, is asked for every choice.
 */
async function chooseAtOnce(page: Page, scenario: Scenario, step: Step) {
  const [scene = '', id = ''] = step.split('.');
  const body = scenario.scenes[scene];
  const choice = body && 'choices' in body ? body.choices.find((one) => one.id === id) : undefined;
  if (body === undefined || choice === undefined) throw new Error(`no choice ${step}`);
  const seen = await page.evaluate(
    ({ label, judgement }) => {
      const inSight = (selector: string) =>
        [...document.querySelectorAll<HTMLElement>(selector)].filter((one) =>
          one.checkVisibility(),
        );
      for (
        let presses = 0;
        presses < 12 && inSight('[data-part="choices"]').length === 0;
        presses++
      )
        inSight('[data-part="on"]')[0]?.click();
      const heading = inSight('[data-part="heading"]')[0]?.textContent;
      const buttons = inSight('[data-part="list"] button');
      const button = buttons.find(({ textContent }) => textContent.includes(label));
      button?.click();
      const why = () => inSight('[data-part="why"]').length;
      const verdict = () => inSight(`[data-part="why"] .${judgement}`).length;
      const before = verdict();
      inSight('[data-part="why"] summary')[0]?.click();
      return { heading, isOffered: button !== undefined, why: why(), before, after: verdict() };
    },
    { label: choice.label, judgement: choice.judgement },
  );
  const judged = choice.judgement === 'neutral' ? 0 : 1;
  expect(seen, step).toEqual({
    heading: body.heading,
    isOffered: true,
    why: judged,
    before: 0,
    after: judged,
  });
}

const recordOf = (page: Page, id: string) =>
  page.evaluate(
    ([key, id]) => (JSON.parse(localStorage.getItem(key) ?? '{}') as Attempt).cases[id],
    [`ati:${course.id}`, id] as const,
  );

/** How many of its first steps a run shares with another. */
const shared = (one: readonly Step[], other: readonly Step[]) => {
  const apart = one.findIndex((step, index) => step !== other[index]);
  return apart < 0 ? one.length : apart;
};

for (const { id, href, scenario } of course.modules.flatMap(({ cases }) => cases))
  test(`every choice of the case ${id} leads where its statechart says, and is recorded (P24)`, async ({
    page,
  }) => {
    test.setTimeout(300_000);
    // Neighbours in the alphabet share most of their way: going back costs fewer clicks than afresh.
    const runs = coveringRuns(caseGraph(scenario)).toSorted((a, b) =>
      a.join() < b.join() ? -1 : 1,
    );
    const endings = new Set<string>();
    let before: readonly Step[] = [];
    await page.goto(href);
    for (const run of runs) {
      const kept = shared(before, run);
      if (before.length > 0) await page.locator('[data-part="backs"] button').nth(kept).click();
      const take = before.length === 0 ? choose : chooseAtOnce;
      for (const step of run.slice(kept)) await take(page, scenario, step);
      await pressOnUntil(page, '[data-part="ending"]');

      const { ending, outcome, levels } = machineAfter(scenario, run);
      endings.add(ending);
      await expect(page.locator('[data-part="heading"]')).toHaveText(
        scenario.scenes[ending]?.heading ?? '',
      );
      await expect(page.locator('[data-part="outcome"]')).toHaveClass(`outcome ${outcome}`);
      const shown = await page
        .locator('[data-part="indicators"] [role="img"]')
        .evaluateAll((gauges) => gauges.map((gauge) => gauge.getAttribute('aria-label')));
      expect(shown.map((label) => parseInt(label ?? '', 10))).toEqual(Object.values(levels));
      expect(await recordOf(page, id)).toEqual({
        first: runs[0],
        run,
        finished: true,
        endings: [...endings],
      });
      before = run;
    }
    expect(endings.size).toBe(
      Object.values(scenario.scenes).filter((scene) => 'outcome' in scene).length,
    );
  });
