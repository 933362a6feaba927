import { describe, expect, test } from 'vitest';
import { readMdx } from '../../src/content/mdx/mdx-file.ts';
import { lostSign } from '../../src/content/rules/lost-sign.ts';
import { findingsOf } from '../fixtures/rule-findings.ts';
import { mdxToHtml, textOf, yamlToHtml } from '../fixtures/shown-text.ts';

// Sentences of this field that look like code, or nearly so. Each is shown as it was written, but for the
// marks of print; where Markdown means something, what is shown stands after the arrow.
const sentences = `
The dose was < 5 mg on the first day.
Risk fell (p < 0.05), but only 318 people took part.
Between 3 g and 5 g, or > 5 g, another article applies.
HR 0.25 (95% CI 0.10-0.64), so the true effect may be small.
Use the form (art. 3(4)(d)), not the leaflet.
Articles 3(1)(a)-(c) & 3(2) are read together.
A&E is open at night; the GP's surgery is not. ⇒ A&E is open at night; the GP’s surgery is not.
He said "call me", then left; she wrote 'no'. ⇒ He said “call me”, then left; she wrote ‘no’.
5 * 3 = 15 and 2 * 2 = 4.
The nurse gives 2*5 mg at night and 3*5 mg at noon.
Holding lasts 5~10 days, at most 20~30 days.
H~2~O is water; grade 1* and grade 2* are stars.
A*B and C*D are forms; 2**3 and 4**5 are powers.
The _bail_ form and the *caution* form differ. ⇒ The bail form and the caution form differ.
Write to us at office@example.org if you must.
The address is https://example.org/a_b_c and stays as it is.
50 % of 12 is 6; 100% is all.
Section 35 § 2 sentence 1 applies.
The cost was 2,100 € or $2,300 or £1,900.
See note [1] and the list in [the annex].
An arrow -> or => is not a tag.
a &lt;= b, and b >= a. ⇒ a <= b, and b >= a.
So x&lt;y is written, or with spaces: x < y. ⇒ So x<y is written, or with spaces: x < y.
The C&P unit; R&D; Q&A.
Mr. O'Brien's file no. 12/2024-B. ⇒ Mr. O’Brien’s file no. 12/2024-B.
What now? Ask: who decides, and by when?
The drug (heroin) was found... later. ⇒ The drug (heroin) was found… later.
A line with a backslash \\ in it.
Use \`code\` for a form number. ⇒ Use code for a form number.
Hash #12 is a case number, not a heading.
| is a bar, and a | b is not a table.
~~struck out~~ text is allowed. ⇒ struck out text is allowed.
The minister -- if asked -- will answer. ⇒ The minister – if asked – will answer.
Der Richter darf nach § 35 BtMG zurückstellen.
Việt Nam, Côte d'Ivoire, São Tomé. ⇒ Việt Nam, Côte d’Ivoire, São Tomé.
Law № 30/2000 of 29 November.
10 mg/kg/day × 3 = 30 mg/kg.
The ½ and ⅓ of a tablet; 37.5 °C; ±2.
Time 23:40; ratio 1:4; verse 3:4.
"He'll get clean inside", somebody said. ⇒ “He’ll get clean inside”, somebody said.
Yes / no / not yet.
e.g. this, i.e. that, cf. the other, etc.
A star * alone, and two ** together.
Underscores_in_a_name stay.
Emphasis that ends mid*word* is fine. ⇒ Emphasis that ends midword is fine.
Less than is written &lt; or in words. ⇒ Less than is written < or in words.
A brace is written &#123; and closed &#125;. ⇒ A brace is written { and closed }.
The placeholder &lt;name&gt; stands for a name. ⇒ The placeholder <name> stands for a name.
Export and import of goods are other offences.
We export nothing; we import nothing.
Rule 24(2): "continuity of treatment" in short. ⇒ Rule 24(2): “continuity of treatment” in short.
\\> 10 mg, 3\\) first, a\\*b. ⇒ > 10 mg, 3) first, a*b.
"*Who*" decides, *"who"* and he said:"now". ⇒ “Who” decides, “who” and he said:“now”.
'tis the '90s. ⇒ ’tis the ’90s.
She said:'no', he said:'yes'. ⇒ She said:‘no’, he said:‘yes’.
Rock 'n' roll in the '60s. ⇒ Rock ’n’ roll in the ’60s.
She is 5' 6" tall.
See https://example.org/it's and "that". ⇒ See https://example.org/it's and “that”.
😀 2*5 and 3*5 after a picture.
`
  .trim()
  .split('\n')
  .map((line) => {
    const [written = '', shown = written] = line.split(' ⇒ ');
    return [written, shown] as const;
  });

describe('P49: a sentence is shown as an author wrote it', () => {
  test.for(sentences)('%s', ([written, shown]) => {
    const page = `---\ntitle: x\n---\n\n${written}\n`;
    expect(readMdx(page, 'lesson.mdx').diagnostics).toEqual([]);
    expect(findingsOf(lostSign, { 'lesson.mdx': page })).toEqual([]);
    expect(textOf(mdxToHtml(written))).toBe(shown);
    expect(textOf(yamlToHtml(written))).toBe(shown);
  });
});

test('in French, with French marks', () => {
  const written = `L'injonction "thérapeutique" n'est pas une peine.`;
  const shown = 'L’injonction «\u00a0thérapeutique\u00a0» n’est pas une peine.'.replace(/\s/g, ' ');
  expect(textOf(mdxToHtml(written, 'fr'))).toBe(shown);
  expect(textOf(yamlToHtml(written, 'fr'))).toBe(shown);
});

describe('a text of YAML is paragraphs, whatever its lines begin with', () => {
  test.for([
    '1. is how the sentence begins in the statute.',
    '- 3 °C is not a list here.',
    '> 10 mg: never alone.',
    '# 12 is a case number.',
    '| a | b |',
    '3) and 4) apply.',
    '[x]: is no definition.',
    '<b>bold</b> and {name} stay.',
    '[press](javascript:alert(1)) here.',
    'Form #',
    '---',
  ])('%s', (written) => {
    expect(textOf(yamlToHtml(written))).toBe(written);
  });
});

describe('what a page would not show is reported with its line', () => {
  const table = '| A | B |\n| - | - |\n| x | y | z |';
  test.for<[written: string, line: number, message: string]>([
    ['> 5 mg a day', 5, 'The ">" of "> 5 mg a day" begins a quotation and is not shown.'],
    ['- > 10 mg\n- < 10 mg', 5, 'The ">" of "> 10 mg" begins a quotation and is not shown.'],
    [
      'At a dose\n> ten is much',
      6,
      'The ">" of "> ten is much" begins a quotation and is not shown.',
    ],
    [table, 7, 'The cell "z" has no column and is not shown.'],
    ['1. a\n3. b', 6, '"3." would be shown as "2.".'],
    ['01. a', 5, '"01." would be shown as "1.".'],
    ['3) a', 5, '"3)" would be shown as "3.".'],
    ['Part A\n---', 5, 'The line below "Part A" makes it a heading, and is not shown.'],
    ['##', 5, 'The heading has no words.'],
    ['## Form #', 5, 'The "#" at the end of "## Form #" is not shown.'],
    ['* Includes deaths', 5, 'The "*" of "* Includes deaths" draws a bullet and is not shown.'],
    ['+ 3 °C', 5, 'The "+" of "+ 3 °C" draws a bullet and is not shown.'],
    ['- 3 °C', 5, 'The "-" of "- 3 °C" draws a bullet and is not shown.'],
    ['It was cold\n- so cold', 6, 'The "-" of "- so cold" draws a bullet and is not shown.'],
    ['***', 5, '"***" draws a line and is not shown as it stands.'],
    ['- [x] done', 5, 'The brackets at the start of "- [x] done" are not shown as they stand.'],
    ['[a]: https://x.org', 5, 'The address of [a] is not shown, and no link uses it.'],
    [
      'See [a].\n\n[a]: https://x.org\n[a]: https://y.org',
      8,
      'A second address of [a] is not used.',
    ],
    ['[w](https://x.org "t")', 5, 'The title "t" of a link is not shown.'],
    ['A note.[^1]', 5, '"[^1]" is shown as it stands: pages have no footnotes.'],
    ['either\\/or', 5, 'The backslash of "\\/" is not shown.'],
    ['```js\nx\n```', 5, '"```js" begins a block of code.'],
  ])('%s', ([written, line, message]) => {
    expect(findingsOf(lostSign, { 'a.mdx': `---\ntitle: x\n---\n\n${written}\n` })).toMatchObject([
      { line, message },
    ]);
  });

  test('and nothing is said of lists, tables, quotations and headings that are shown', () => {
    const page = `---\ntitle: x\n---\n\n## One\n\nLead in:\n- 5 mg\n- 10 mg\n\n3. three\n4. four\n\n> Words of another.\n\n---\n\n| A |\n| - |\n| x |\n\n- one of one\n`;
    expect(findingsOf(lostSign, { 'a.mdx': page })).toEqual([]);
  });

  test('a list in a text of YAML is reported', () => {
    expect(
      findingsOf(lostSign, { 'en/a.yaml': 'text: |\n  Two things:\n  - one\n  - two\n' }),
    ).toMatchObject([{ line: 1, message: expect.stringContaining('paragraphs only') as string }]);
  });
});
