import { describe, expect, test } from 'vitest';
import { unsourcedClaim } from '../../src/content/rules/unsourced-claim.ts';
import { findingsOf, lineAndMessage } from '../fixtures/rule-findings.ts';

const cite = '<Cite source="un-1988" at="art. 3(4)(b) to (d)" />';
const page = (body: string) => `---\ntitle: x\nsummary: In 2016 nothing.\n---\n\n${body}\n`;
const found = (body: string, file = 'en/modules/m/lessons/a.mdx') =>
  findingsOf(unsourcedClaim, { [file]: page(body) }).map(lineAndMessage);

describe('a paragraph that states something needs its source beside it', () => {
  test.for<[claim: string, words: string]>([
    ['Reoffending fell by 12% in a year.', '12%'],
    ['It fell by ten per cent.', 'ten per cent'],
    ['Two thirds of them were there for possession.', 'Two thirds'],
    ['Nine in ten people have no disorder.', 'Nine in ten'],
    ['One in eleven was in treatment.', 'One in eleven'],
    ['In 2019 the estimate rose.', '2019'],
    ['Some 6.1 million people had contact with police.', '6.1 million'],
    ['A review of 28 studies agrees.', '28 studies'],
    ['Five trials found the same.', 'Five trials'],
    ['Nineteen small evaluations were pooled.', 'Nineteen small evaluations'],
    ['It spread to over 40 countries.', '40 countries'],
    ['People aged 15 to 64 were asked.', '15'],
    ['Legal costs fell by 2,100.', '2,100'],
    ['By article 36(1)(b) another way is open.', 'article 36(1)(b)'],
    ['Rule 6.1 makes detention a last resort.', 'Rule 6.1'],
    ['Consent is needed (3.4).', '(3.4'],
    ['Under 3(4)(a) sanctions are grave.', '3(4)(a)'],
    ['CND 55/12 says so.', 'CND 55/12'],
    ['The conventions of 1961 agree.', '1961'],
  ])('%s', ([claim, words]) => {
    expect(found(claim)).toEqual([`line 6: "${words}" has no source beside it.`]);
    expect(found(`${claim}${cite}`)).toEqual([]);
  });
});

describe('what claims nothing needs none', () => {
  test.for([
    'Call within 24 hours, and again after 30 minutes.',
    'The wagon comes at 23:40.',
    'Three questions come in a fixed order.',
    'A man of 31 stands before you.',
    'Sami is 15.',
    'Mirela, 41, waits behind the fence.',
    'You have one of three answers.',
    'She writes: "Seven of eight visits, 2 March 2026."',
    'Two bars: 100, 60, 50. Made-up numbers.',
    '## 1961: narcotic drugs',
    '<Example title="A year">\n\nOf 300 people 120 were reported in 2019.\n\n</Example>',
    '<Reflect>\n\nWhat were the figures of 2019?\n\n</Reflect>',
    '<Law source="un-1988" at="art. 3(2)">\n\nin accordance with paragraph 2 of this article\n\n</Law>',
    'The General Assembly said in 2016:\n\n<Law source="ungass-2016">\n\nalternative measures\n\n</Law>',
  ])('%s', (text) => {
    expect(found(text)).toEqual([]);
  });
});

test('an opening scene may hold a few people, and no shares or millions', () => {
  expect(found('A doctor for 600 people sits there.\n\n## Then\n\nNothing.')).toEqual([]);
  expect(found('## Then\n\nA doctor for 600 people sits there.')).toHaveLength(1);
  expect(found('Some 12% of 600 people agree.')).toHaveLength(1);
  expect(found('Some 6.1 million people agree.')).toHaveLength(1);
});

test('an introduction names articles and documents as its contents, and states no figures', () => {
  const introduction = 'en/modules/m/introduction.mdx';
  const contents = 'Six lessons on article 3 of the 1988 Convention and the paper of 2026.';
  expect(found(contents, introduction)).toEqual([]);
  expect(found(contents)).toHaveLength(1);
  expect(found('In 2019 it was 12%.', introduction)).toHaveLength(1);
});

test('each item of a list stands for itself, with its line', () => {
  expect(found(`- In 2016 it began.${cite}\n- In 2019 it grew.`)).toEqual([
    'line 7: "2019" has no source beside it.',
  ]);
});

test('a table stands for all its rows, and may be covered by the text beside it', () => {
  const table = '| Year | Share |\n| - | - |\n| 2016 | 12% |';
  expect(found(table)).toHaveLength(1);
  expect(found(`${table}\n\nAll from one report.${cite}`)).toEqual([]);
  expect(found(table.replace('12%', `12%${cite}`))).toEqual([]);
});

test('a drawing may be covered by the paragraph beside it, and by no other', () => {
  const figure = '<Figure name="f" caption="c">\n\nOf 100 people, 44.\n\n</Figure>';
  expect(found(`${figure}\n\nSo it was found.${cite}`)).toEqual([]);
  expect(found(`${figure}\n\nA word between.\n\nSo it was found.${cite}`)).toHaveLength(1);
});

test('an article is covered where the page cites that very article, a figure is not', () => {
  expect(found(`It is so.${cite}\n\nThen 3(4)(c) applies.`)).toEqual([]);
  expect(found(`It is so.${cite}\n\nThen 3(5) applies.`)).toHaveLength(1);
  expect(found(`It is so.${cite}\n\nThen 12% agree.`)).toHaveLength(1);
});

test('a bench card is covered by the sources at its foot', () => {
  const card = 'en/modules/m/bench-card.mdx';
  const body = '- Consent (Tokyo 3.4)\n- Detention last (6.1)';
  expect(found(body, card)).toHaveLength(2);
  expect(found(`${body}\n\nBases:${cite}`, card)).toEqual([]);
});

describe('what is marked as a claim needs a citation in it or straight after it', () => {
  const fault = (words: string) => [`line 6: The claim "${words}" has no source.`];

  test('words in a sentence', () => {
    expect(found('<Claim>Most have none.</Claim>')).toEqual(fault('Most have none.'));
    expect(found(`<Claim>Most have none.</Claim>${cite}`)).toEqual([]);
    expect(found(`<Claim>Most have none</Claim>. ${cite}`)).toEqual([]);
    expect(found(`<Claim>Most have none.${cite}</Claim>`)).toEqual([]);
    expect(found(`<Claim>Most have none.</Claim> More words.${cite}`)).toEqual(
      fault('Most have none.'),
    );
  });

  test('paragraphs', () => {
    expect(found('<Claim>\n\nMost have none.\n\n</Claim>')).toEqual(fault('Most have none.'));
    expect(found(`<Claim>\n\nMost.\n\nSo it is.${cite}\n\n</Claim>`)).toEqual([]);
  });

  test('on a bench card as well, whose foot covers only figures and places', () => {
    expect(
      found(`<Claim>Most have none.</Claim>\n\nBases:${cite}`, 'en/modules/m/bench-card.mdx'),
    ).toEqual(fault('Most have none.'));
  });
});
