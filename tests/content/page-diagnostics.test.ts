import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { faultsAfter, faultsIn } from '../fixtures/changed-course.ts';

const lesson = 'en/modules/first/lessons/greeting.mdx';

describe('a page is checked for what its readers would meet', () => {
  test.for<[slip: string, found: string]>([
    [
      '<Cite source=“manual” />',
      'mdx-syntax  "<Cite source=“manual” />" is not a whole tag. Write it as <Cite source="..." />, with straight quotes.',
    ],
    [
      'Point.</Key>',
      'mdx-syntax  </Key> closes nothing. Write <Key> where it begins, or delete this tag.',
    ],
    ['<cite source="manual" />', 'component  There is no component "<cite>". Did you mean <Cite>?'],
    [
      'Words.<Cite source="manual" at="" />',
      'component  <Cite> has an empty "at". Write what it is, or leave it out.',
    ],
    [
      '<Decides role="polise">\n\nOne.\n\n</Decides>',
      'component  There is no role "polise". Did you mean "police"?',
    ],
    [
      '![A road](road.jpg)',
      'code-in-text  The picture "road.jpg" cannot be shown. Save a drawing in figures/ and write <Figure name="..." caption="...">.',
    ],
    [
      'See [the next](waiting.mdx).',
      'link  The link leads to "waiting.mdx". Write an address that starts with https://, or that of a page, such as ../countries/kenya.html.',
    ],
    ['#### Deep', 'heading-level  A heading of "####" below one of "#". Write "##".'],
    [
      '<Figure name="wave.svg" caption="A wave">\n\nA wave.\n\n</Figure>',
      'figure  The name "wave.svg" has the ending of a file. Write name="wave".',
    ],
    [
      '<<<<<<< HEAD',
      'mdx-syntax  "<<<<<<< HEAD" was left by a merge of two versions. Keep one of the two, and delete the marks.',
    ],
  ])('%s', ([slip, found]) => {
    expect(faultsAfter([lesson, '## Then wait', slip])).toEqual([`${lesson}:9  ${found}`]);
  });

  test('a component that another one closes', () => {
    const slip = '<Key>\n\nPoint\n\n</Caution>';
    expect(faultsAfter([lesson, '## Then wait', slip])).toEqual([
      `${lesson}:13  mdx-syntax  </Caution> stands where <Key> is to be closed. Write </Key> before it.`,
    ]);
  });

  test('a question that is shown twice', () => {
    const check = '<Check id="which-word" />';
    expect(faultsAfter([lesson, check, `${check}\n\n${check}`])[0]).toMatch(
      /The question "which-word" appears twice on this page\. Delete one of the two\./,
    );
  });

  test('a short form that two sources have', () => {
    expect(
      faultsIn((root) => {
        const path = join(root, 'sources.yaml');
        const text = readFileSync(path, 'utf8');
        const other = text.replace('id: manual', 'id: handbook').replace('A manual', 'A handbook');
        writeFileSync(path, text + other.replace('/manual', '/handbook'));
      }),
    ).toEqual([
      'sources.yaml:11  duplicate-id  The short form "Manual 2020" appears twice. Choose another short form. [1 (handbook).short]',
    ]);
  });

  test.each([
    ['title', '/manual', '/handbook'],
    ['address', 'A manual', 'A handbook'],
  ])('a document that two sources name, with the same %s', (_, from, to) => {
    expect(
      faultsIn((root) => {
        const path = join(root, 'sources.yaml');
        const text = readFileSync(path, 'utf8');
        const other = text.replace('id: manual', 'id: handbook').replace('Manual 2020', 'Handbook');
        writeFileSync(path, text + other.replace(from, to));
      }),
    ).toEqual([
      'sources.yaml:10  duplicate-source  "handbook" is the same document as "manual": same year, and same title or address. Cite manual instead and delete this entry, or correct its title or address. [1 (handbook).id]',
    ]);
  });

  test('a lesson that course.yaml does not list', () => {
    expect(
      faultsIn((root) => {
        cpSync(join(root, lesson), join(root, lesson.replace('greeting', 'parting')));
      }),
    ).toEqual([
      'en/modules/first/lessons/parting.mdx  unlisted-file  course.yaml does not list this lesson, so no page shows it. Add "parting" to the lessons of first in course.yaml, or move the file to drafts/.',
    ]);
  });
});
