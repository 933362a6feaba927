import { describe, expect, test } from 'vitest';
import { component } from '../../src/content/rules/component.ts';
import { findingsOf, lineAndMessage } from '../fixtures/rule-findings.ts';

const problems = (body: string) => findingsOf(component, { 'a.mdx': body }).map(lineAndMessage);

const tree = `<DecisionTree caption="c">

Is it open?

- **Yes:** Is there room?
  - **Yes:** go.
  - **No:** wait.
- **No:** write it down.

</DecisionTree>`;
const timeline = `<Timeline>

1. **1961** One.
2. **1971, in May** Two.
3. **Later** Three.

</Timeline>`;

test('a tree, a timeline, steps, a checklist and a table in their shapes have no problem', () => {
  expect(problems(tree)).toEqual([]);
  expect(problems(timeline)).toEqual([]);
  expect(problems('<Steps>\n\n1. One.\n2. Two.\n\n</Steps>')).toEqual([]);
  expect(problems('<Checklist>\n\n- One?\n- Two?\n\n</Checklist>')).toEqual([]);
  expect(problems('<Compare caption="c">\n\n| A |\n| - |\n| b |\n\n</Compare>')).toEqual([]);
});

describe('another shape is reported with its line', () => {
  test.for<[name: string, body: string, message: string]>([
    [
      'an event without a date',
      timeline.replace('**1971, in May** ', ''),
      'line 4: <Timeline> has an event without its date in bold.',
    ],
    [
      'events out of order',
      timeline.replace('1961', '1988'),
      'line 4: <Timeline> has 1971, in May after 1988.',
    ],
    [
      'a timeline without numbers',
      timeline.replace(/^\d\./gm, '-'),
      'line 1: <Timeline> must hold one numbered list and nothing else.',
    ],
    [
      'a branch without its answer',
      tree.replace('**No:** wait', 'Wait'),
      'line 7: <DecisionTree> has a branch that does not begin with its answer in bold.',
    ],
    [
      'a question with one answer',
      tree.replace('  - **No:** wait.\n', ''),
      'line 6: <DecisionTree> asks a question that has one answer.',
    ],
    [
      'a tree without a question',
      tree.replace('Is it open?\n\n', ''),
      'line 1: <DecisionTree> must hold a question and the list of its answers, and nothing else.',
    ],
    [
      'steps that are not numbered',
      '<Steps>\n\n- One.\n\n</Steps>',
      'line 1: <Steps> must hold one numbered list and nothing else.',
    ],
    [
      'a checklist with a paragraph',
      '<Checklist>\n\n- One?\n\nTwo?\n\n</Checklist>',
      'line 1: <Checklist> must hold one list and nothing else.',
    ],
    [
      'a comparison without a table',
      '<Compare caption="c">\n\nOne.\n\n</Compare>',
      'line 1: <Compare> must hold one table and nothing else.',
    ],
  ])('%s', ([, body, message]) => {
    expect(problems(body)).toEqual([message]);
  });
});

describe('a citation', () => {
  const cite = '<Cite source="s" />';

  test('stands in a sentence, or belongs to the claim before it', () => {
    expect(problems(`So it is.${cite}${cite}`)).toEqual([]);
    expect(problems(`<Claim>So it is.</Claim>\n${cite}\n${cite}`)).toEqual([]);
  });

  test('alone on its line is no paragraph', () => {
    const alone = '<Cite> stands alone, as a paragraph of its own.';
    expect(problems(`So it is.\n${cite}`)).toEqual([`line 2: ${alone}`]);
    expect(problems(`So it is.\n\n${cite}`)).toEqual([`line 3: ${alone}`]);
    expect(problems(`- So it is.\n\n  ${cite}`)).toEqual([`line 3: ${alone}`]);
    expect(problems(`<Caution>\n\nSo it is.\n\n${cite}\n\n</Caution>`)).toEqual([
      `line 5: ${alone}`,
    ]);
  });
});

describe('the id of a question to oneself', () => {
  const reflect = (id: string) => `<Reflect id="${id}">\n\nWhy?\n\n</Reflect>`;

  test('is asked for, since what a reader writes is kept under it', () => {
    expect(problems('<Reflect>\n\nWhy?\n\n</Reflect>')).toEqual(['line 1: <Reflect> has no "id".']);
  });

  test('stands once on a page', () => {
    expect(problems(`${reflect('one')}\n\n${reflect('two')}`)).toEqual([]);
    expect(problems(`${reflect('one')}\n\n${reflect('one')}`)).toEqual([
      'line 7: The page has a second <Reflect> with id="one".',
    ]);
  });

  test('is a plain name', () => {
    expect(problems(reflect('My Law'))).toEqual(['line 1: <Reflect> has id="My Law".']);
  });
});
