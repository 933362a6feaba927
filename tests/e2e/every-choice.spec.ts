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

/** The state in which the machine of a case comes to rest after these steps. */
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

function choiceOf(scenario: Scenario, step: Step) {
  const [scene = '', id = ''] = step.split('.');
  const body = scenario.scenes[scene];
  const choice = body && 'choices' in body ? body.choices.find((one) => one.id === id) : undefined;
  if (body === undefined || choice === undefined) throw new Error(`no choice ${step}`);
  return { body, choice };
}

async function choose(page: Page, scenario: Scenario, step: Step) {
  const { body, choice } = choiceOf(scenario, step);
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

/** Observations on the page about a choice that was taken. */
interface Seen {
  readonly heading: string | undefined;
  readonly isOffered: boolean;
  /** Whether it can be asked why, and the verdict is in sight before and after that. */
  readonly why: boolean;
  readonly before: boolean;
  readonly after: boolean;
}

/** Texts of the page at the end of a run. */
const shownAtEnd = (page: Page) =>
  page.evaluate(() => ({
    heading: document.querySelector('[data-part="heading"]')?.textContent,
    outcome: document.querySelector('[data-part="outcome"]')?.className,
    levels: [...document.querySelectorAll('[data-part="indicators"] [role="img"]')].map((gauge) =>
      parseInt(gauge.getAttribute('aria-label') ?? '', 10),
    ),
  }));

/**
 * Goes back to a decision and from there by other choices to an ending, in one call to the page. A pointer reached
 * the buttons in the first run of the case; that they are there, and visible, is asked for every choice.
 * @param kept how many choices of the run before stay
 */
function playAtOnce(page: Page, scenario: Scenario, kept: number, steps: readonly Step[]) {
  const choices = steps.map((step) => {
    const { label, judgement } = choiceOf(scenario, step).choice;
    return { label, judgement };
  });
  return page.evaluate(
    ({ kept, choices }) => {
      const inSight = (selector: string) =>
        [...document.querySelectorAll<HTMLElement>(selector)].filter((one) =>
          one.checkVisibility(),
        );
      const isInSight = (selector: string) => inSight(selector).length > 0;
      const pressOnUntil = (selector: string) => {
        for (let presses = 0; presses < 12 && !isInSight(selector); presses++)
          inSight('[data-part="on"]')[0]?.click();
      };
      inSight('[data-part="backs"] button')[kept]?.click();
      const seen = choices.map(({ label, judgement }): Seen => {
        pressOnUntil('[data-part="choices"]');
        const heading = inSight('[data-part="heading"]')[0]?.textContent;
        const buttons = inSight('[data-part="list"] button');
        const button = buttons.find(({ textContent }) => textContent.includes(label));
        button?.click();
        const verdict = `[data-part="why"] .${judgement}`;
        const before = isInSight(verdict);
        const why = isInSight('[data-part="why"]');
        inSight('[data-part="why"] summary')[0]?.click();
        return { heading, isOffered: button !== undefined, why, before, after: isInSight(verdict) };
      });
      pressOnUntil('[data-part="ending"]');
      return { seen, isAtEnd: isInSight('[data-part="ending"]') };
    },
    { kept, choices },
  );
}

/** The same as it should be seen. */
const expectedOf = (scenario: Scenario, steps: readonly Step[]): Seen[] =>
  steps.map((step) => {
    const { body, choice } = choiceOf(scenario, step);
    const isJudged = choice.judgement !== 'neutral';
    return {
      heading: body.heading,
      isOffered: true,
      why: isJudged,
      before: false,
      after: isJudged,
    };
  });

const recordOf = (page: Page, id: string) =>
  page.evaluate(
    ([key, id]) => (JSON.parse(localStorage.getItem(key) ?? '{}') as Attempt).cases[id],
    [`ati:${course.id}`, id] as const,
  );

/** Number of first steps that a run shares with another. */
const shared = (one: readonly Step[], other: readonly Step[]) => {
  const apart = one.findIndex((step, index) => step !== other[index]);
  return apart < 0 ? one.length : apart;
};

// One player plays them all, and Vitest walks every path of each machine: the first case tells a fault of the player.
const byDay = 1;

for (const [place, { id, href, scenario }] of course.modules
  .flatMap(({ cases }) => cases)
  .entries())
  test(`every choice of the case ${id} leads to the target in its statechart, and is recorded (P24)${place < byDay ? '' : ' @wide'}`, async ({
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
      if (before.length === 0) {
        for (const step of run) await choose(page, scenario, step);
        await pressOnUntil(page, '[data-part="ending"]');
      } else {
        const kept = shared(before, run);
        const steps = run.slice(kept);
        expect(await playAtOnce(page, scenario, kept, steps), run.join()).toEqual({
          seen: expectedOf(scenario, steps),
          isAtEnd: true,
        });
      }

      const { ending, outcome, levels } = machineAfter(scenario, run);
      endings.add(ending);
      expect(await shownAtEnd(page), run.join()).toEqual({
        heading: scenario.scenes[ending]?.heading,
        outcome: `outcome ${outcome}`,
        levels: Object.values(levels),
      });
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
