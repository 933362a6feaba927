import { describe, expect, test } from 'vitest';
import { readMdx } from '../../src/content/mdx/mdx-file.ts';

const faults = (body: string) =>
  readMdx(body, 'a.mdx').faults.map(({ field, message }) => `${field}: ${message}`);

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

test('a tree, a timeline, steps, a checklist and a table in their shapes have no fault', () => {
  expect(faults(tree)).toEqual([]);
  expect(faults(timeline)).toEqual([]);
  expect(faults('<Steps>\n\n1. One.\n2. Two.\n\n</Steps>')).toEqual([]);
  expect(faults('<Checklist>\n\n- One?\n- Two?\n\n</Checklist>')).toEqual([]);
  expect(faults('<Compare caption="c">\n\n| A |\n| - |\n| b |\n\n</Compare>')).toEqual([]);
});

describe('another shape is told with its line', () => {
  test.for<[name: string, body: string, fault: string]>([
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
      'line 1: <Timeline> holds something else than one numbered list.',
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
      'line 1: <DecisionTree> holds something else than a question and the list of its answers.',
    ],
    [
      'steps that are not numbered',
      '<Steps>\n\n- One.\n\n</Steps>',
      'line 1: <Steps> holds something else than one numbered list.',
    ],
    [
      'a checklist with a paragraph',
      '<Checklist>\n\n- One?\n\nTwo?\n\n</Checklist>',
      'line 1: <Checklist> holds something else than one list.',
    ],
    [
      'a comparison without a table',
      '<Compare caption="c">\n\nOne.\n\n</Compare>',
      'line 1: <Compare> holds something else than one table.',
    ],
  ])('%s', ([, body, fault]) => {
    expect(faults(body)).toEqual([fault]);
  });
});
