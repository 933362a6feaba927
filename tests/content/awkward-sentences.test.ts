import { mdxToJs } from 'satteri';
import { describe, expect, test } from 'vitest';
import { readMdx } from '../../src/content/mdx/mdx-file.ts';

// P49: sentences of this field that look like code, or nearly so, and must build as written.
const sentences = `
The dose was < 5 mg on the first day.
Risk fell (p < 0.05), but only 318 people took part.
Between 3 g and 5 g, or > 5 g, another article applies.
HR 0.25 (95% CI 0.10-0.64), so the true effect may be small.
Use the form (art. 3(4)(d)), not the leaflet.
Articles 3(1)(a)-(c) & 3(2) are read together.
A&E is open at night; the GP's surgery is not.
He said "call me", then left; she wrote 'no'.
5 * 3 = 15 and 2 * 2 = 4.
The _bail_ form and the *caution* form differ.
1. is how the sentence begins in the statute.
- 3 °C is not a list here.
Write to us at office@example.org if you must.
The address is https://example.org/a_b_c and stays as it is.
50 % of 12 is 6; 100% is all.
Section 35 § 2 sentence 1 applies.
The cost was 2,100 € or $2,300 or £1,900.
See note [1] and the list in [the annex].
An arrow -> or => is not a tag.
a &lt;= b, and b >= a.
So x&lt;y is written, or with spaces: x < y.
The C&P unit; R&D; Q&A.
Mr. O'Brien's file no. 12/2024-B.
What now? Ask: who decides, and by when?
The drug (heroin) was found... later.
A line with a backslash \\ in it.
Use \`code\` for a form number.
Hash #12 is a case number, not a heading.
| is a bar, and a | b is not a table.
~~struck out~~ text is allowed.
The minister -- if asked -- will answer.
Der Richter darf nach § 35 BtMG zurückstellen.
L'injonction thérapeutique n'est pas une peine.
Việt Nam, Côte d'Ivoire, São Tomé.
Law № 30/2000 of 29 November.
10 mg/kg/day × 3 = 30 mg/kg.
The ½ and ⅓ of a tablet; 37.5 °C; ±2.
Time 23:40; ratio 1:4; verse 3:4.
"He'll get clean inside", somebody said.
Yes / no / not yet.
e.g. this, i.e. that, cf. the other, etc.
A star * alone, and two ** together.
Underscores_in_a_name stay.
Emphasis that ends mid*word* is fine.
Less than is written &lt; or in words.
A brace is written &#123; and closed &#125;.
The placeholder &lt;name&gt; stands for a name.
Export and import of goods are other offences.
We export nothing; we import nothing.
Rule 24(2): "continuity of treatment" in short.
`
  .trim()
  .split('\n');

test('the corpus holds fifty sentences', () => {
  expect(sentences).toHaveLength(50);
});

describe('an awkward sentence builds as an author wrote it (P49)', () => {
  test.for(sentences)('%s', (sentence) => {
    const text = `---\ntitle: x\n---\n\n${sentence}\n`;
    expect(readMdx(text, 'lesson.mdx').diagnostics).toEqual([]);
    expect(() => mdxToJs(text)).not.toThrow();
  });
});
