import { existsSync, readFileSync } from 'node:fs';
import { unzipSync } from 'fflate';
import { JSDOM } from 'jsdom';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { decisionsOf, ordersIn, questionsOf, tokensBy } from '../../../scorm/guide/words.ts';
import { loadCourse } from '../../../src/content/load.ts';
import { translator } from '../../../src/course/interface.ts';
import { kindOf } from '../../../src/questions/question.ts';
import { standardOf } from '../../fixtures/standard.ts';

const { DOMParser } = new JSDOM().window;
vi.stubGlobal('DOMParser', DOMParser);
afterAll(() => vi.unstubAllGlobals());

const ids = tokensBy({ hyphen: '_' });
const letters = tokensBy({ places: 'a b c d' });

describe('the words that fill the reporting guide', () => {
  test('of options are theirs, by the id or the place of each', () => {
    const article = `<article data-bank="q-1"><form><p class="label">Question 1</p><p>A man waits.</p>
      <fieldset><legend><span>Who is <em>called</em>?</span><small>Choose one.</small></legend>
      <ol><li data-part="the-police"><label><input><span>The police</span></label></li>
      <li data-part="no-one"><label><input><span>No one</span></label></li></ol></fieldset>
      <p role="status"></p><p class="small">To the answer</p></form></article>`;
    const [first] = questionsOf(article, ids);
    expect(first).toEqual({
      id: 'q-1',
      asks: 'A man waits. Who is called?',
      tables: [
        [
          { token: 'the_police', words: 'The police' },
          { token: 'no_one', words: 'No one' },
        ],
      ],
    });
    expect(questionsOf(article, letters)[0]?.tables[0]?.map(({ token }) => token)).toEqual([
      'a',
      'b',
    ]);
  });

  test('of steps stand in authored order, whatever the page shows first', () => {
    const step = (id: string) =>
      `<li><input type="hidden" name="q" value="${id}"><span>${id} now.</span><button>↑</button></li>`;
    const article = `<article data-bank="q"><form><fieldset><legend><span>Order?</span></legend>
      <ol class="sequence">${step('call')}${step('look')}</ol></fieldset></form></article>`;
    expect(questionsOf(article, letters, ordersIn('p one two;q look call'))[0]?.tables).toEqual([
      [
        { token: 'a', words: 'look now.' },
        { token: 'b', words: 'call now.' },
      ],
    ]);
  });

  test('of a decision stand below the heading of its scene, which may have a colon', () => {
    const entries = decisionsOf(
      'night',
      {
        'bench.call-now': '23:40. The bench: again: Call now: the crew is near.',
        'bench.wait': '23:40. The bench: again: Wait.',
        'door.knock': 'The door: Knock.',
      },
      letters,
    );
    expect(entries).toEqual([
      {
        id: 'night.bench',
        asks: '23:40. The bench: again',
        tables: [
          [
            { token: 'a', words: 'Call now: the crew is near.' },
            { token: 'b', words: 'Wait.' },
          ],
        ],
      },
      { id: 'night.door', asks: 'The door', tables: [[{ token: 'a', words: 'Knock.' }]] },
    ]);
  });
});

const built = 'dist/packages/ati-course-en-scorm12.zip';
/** The reporting guide of the package of the course, and what its scripts read. */
function openedGuide() {
  const files = unzipSync(readFileSync(built));
  const { token } = standardOf('scorm12');
  const course = loadCourse('en');
  const guide = new DOMParser().parseFromString(
    new TextDecoder().decode(files['package/reporting-guide.html']),
    'text/html',
  );
  const { places, hyphen } = guide.body.dataset;
  const tokenOf = tokensBy({
    ...(places !== undefined && { places }),
    ...(hyphen !== undefined && { hyphen }),
  });
  const read = (address: string | undefined, name: string): unknown => {
    const text = new TextDecoder().decode(files[(address ?? '').replace('../', '')]);
    expect(text.startsWith(`window.${name}=`)).toBe(true);
    return JSON.parse(text.slice(name.length + 8).replace(/;\s*$/, ''));
  };
  return { course, guide, read, token, tokenOf };
}

// On one's own machine there may be no build; where everything is checked there must be one.
describe.runIf(existsSync(built) || process.env['CI'])('in the package of the course', () => {
  test('P20, P23: every question of a bank has its tokens, and the words of each answer', () => {
    const { course, guide, read, token, tokenOf } = openedGuide();
    const t = translator(course.language, course.interface);
    const entries = [...guide.querySelectorAll<HTMLElement>('[data-bank]')].flatMap(({ dataset }) =>
      questionsOf(
        (read(dataset['bank'], 'atiBank') as { articles: string }).articles,
        tokenOf,
        ordersIn(dataset['orders']),
      ),
    );
    const expected = course.modules.flatMap(({ check, questions }) =>
      check ? questions.filter(({ use }) => use === 'bank') : [],
    );
    const tables = (of: (typeof expected)[number]) => {
      const { parts, targets } = kindOf(of);
      return [parts(of), targets?.(of, t) ?? []]
        .filter(({ length }) => length > 0)
        .map((list) => list.map(({ id }, place) => token(id, place)));
    };
    expect(entries.map(({ id }) => id)).toEqual(expected.map(({ id }) => id));
    expect(
      entries.map((entry) => entry.tables.map((rows) => rows.map((row) => row.token))),
    ).toEqual(expected.map(tables));
    const wordless = entries.filter(
      ({ asks, tables: found }) => asks === '' || found.flat().some(({ words }) => words === ''),
    );
    expect(wordless).toEqual([]);
  });

  test('P20, P23: every decision of a case has its tokens, and the words of each choice', () => {
    const { course, guide, read, token, tokenOf } = openedGuide();
    const entries = [...guide.querySelectorAll<HTMLElement>('[data-case]')].flatMap(
      ({ dataset }) => {
        const { case: id = '', decisions } = dataset;
        const of = read(decisions, 'atiDecisions') as Record<string, Record<string, string>>;
        return decisionsOf(id, of[id] ?? {}, tokenOf);
      },
    );
    const expected = course.modules.flatMap(({ cases }) =>
      cases.flatMap(({ scenario }) =>
        Object.entries(scenario.scenes).flatMap(([id, scene]) =>
          'choices' in scene
            ? [
                {
                  id: `${scenario.id}.${id}`,
                  asks: scene.heading,
                  tables: [
                    scene.choices.map(({ id: choice, label }, place) => ({
                      token: token(choice, place),
                      words: label,
                    })),
                  ],
                },
              ]
            : [],
        ),
      ),
    );
    expect(entries).toEqual(expected);
  });
});
