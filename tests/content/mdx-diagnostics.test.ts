import { describe, expect, test } from 'vitest';
import { faultsAfter } from '../fixtures/changed-course.ts';

const lesson = 'en/modules/first/lessons/greeting.mdx';

describe('text that MDX reads as code is reported with its line and the correct form (P49)', () => {
  test.for<[slip: string, found: string]>([
    ['Give <5 mg.', 'mdx-syntax  "<5 mg." is read as code. Write "&lt;" for "<".'],
    [
      'The {patient} said.',
      'code-in-text  "{patient}" is read as code. Write "&#123;" for "{" and "&#125;" for "}".',
    ],
    [
      '<!-- later -->',
      'mdx-syntax  "<!-- later -->" is a comment. Delete it; lessons have no comments.',
    ],
    ['One<br>two.', 'mdx-syntax  "<br>two." is read as code. Write "&lt;" for "<".'],
    [
      'See <https://example.org>.',
      'mdx-syntax  "<https://example.org>." is read as code. Write the link as [words](address).',
    ],
    ['<Kay>Point</Kay>', 'component  There is no component "<Kay>". Did you mean <Key>?'],
    [
      '<Key>Point',
      'mdx-syntax  <Key> is opened and not closed. Write </Key> after it, or <Key ... /> when nothing stands in it.',
    ],
    [
      'import law from "law"',
      'code-in-text  "import law from "law"" is read as code. Lessons import nothing; begin the paragraph with another word.',
    ],
    [
      '# Title',
      'heading-level  A heading of the first level. Start headings at "##"; the title is in the front matter.',
    ],
    ['<Term>hello</Term>', 'component  <Term> has no "id". Write <Term id="...">.'],
    ['<Key kind="big">Point</Key>', 'component  <Key> takes no "kind". It takes no attributes.'],
  ])('%s', ([slip, found]) => {
    expect(faultsAfter([lesson, '## Then wait', slip])).toContain(`${lesson}:9  ${found}`);
  });
});

test('all mistakes of a lesson are reported at once, and the words around them are still checked', () => {
  expect(
    faultsAfter([lesson, '## Then wait', 'Give <5 mg.\n\nThe {patient said.\n\n<Key>Point']),
  ).toEqual([
    `${lesson}:9  mdx-syntax  "<5 mg." is read as code. Write "&lt;" for "<".`,
    `${lesson}:11  mdx-syntax  "{patient said." is read as code. Write "&#123;" for "{" and "&#125;" for "}".`,
    `${lesson}:13  mdx-syntax  <Key> is opened and not closed. Write </Key> after it, or <Key ... /> when nothing stands in it.`,
  ]);
});
