import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parse, stringify } from 'yaml';

const tiny = 'tests/fixtures/courses/tiny';

/** Files that the small course takes from the real one: words of the interface, and every component once. */
const taken = [
  'en/interface.yaml',
  'en/examples.mdx',
  'en/examples',
  'en/evaluation.yaml',
  'en/principles.yaml',
  'en/library.yaml',
  'en/code-words.txt',
  'library.yaml',
];

/** Further files, by their path below the root. */
const written: Readonly<Record<string, string>> = {
  'en/cards/police.mdx':
    '---\ntitle: A card\nsummary: What one keeps at hand.\nchecked: 2026-11-01\n---\n\n## You decide\n\nWhether to greet.<Cite source="manual" />\n',
  'en/documents/letter.mdx':
    '---\ntitle: A letter\nsummary: How one writes.\nchecked: 2026-11-01\n---\n\nDear colleague, hello.<Cite source="manual" />\n',
  'en/countries/kenya.mdx':
    '---\ntitle: Kenya\nsummary: How one greets there.\nchecked: 2026-11-01\n---\n\nBy hand.<Cite source="manual" />\n',
};

/**
 * A small course with every kind of page: the tiny one with the real words of the interface, the
 * examples of every component, tracks, a final assessment, an evaluation, a card and a country.
 * Variants of the site are built from it, so that they do not cost a build of the whole course.
 * @param root folder that is made anew
 * @returns the folder
 */
export function smallContent(root: string): string {
  rmSync(root, { recursive: true, force: true });
  cpSync(tiny, root, { recursive: true });
  for (const path of taken) cpSync(join('content', path), join(root, path), { recursive: true });
  for (const [path, text] of Object.entries(written)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  for (const list of ['sources.yaml', 'en/glossary.yaml'])
    change<object[]>(root, list, (own) => [
      ...own,
      ...(parse(readFileSync(join('content', list), 'utf8')) as object[]),
    ]);
  // A second case, so that a learner can leave one in the middle and finish another.
  const scenarios = join(root, 'en/scenarios');
  const doorbell = readFileSync(join(scenarios, 'doorbell.yaml'), 'utf8');
  writeFileSync(
    join(scenarios, 'telephone.yaml'),
    doorbell.replace('id: doorbell', 'id: telephone').replace('The doorbell', 'The telephone'),
  );
  change<{ modules: { cases: string[] }[] }>(root, 'course.yaml', (course) => ({
    ...course,
    modules: course.modules.map((module) => ({
      ...module,
      cases: [...module.cases, 'telephone'],
    })),
    completion: { lessons: 'core', cases: 'one-per-stage', checks: 'final' },
    tracks: [
      { id: 'everyone', lessons: 'all', cases: 'one-per-stage', questions: 2 },
      { id: 'police', roles: ['police'], lessons: ['greeting'], cases: 'one', questions: 2 },
    ],
    assessment: { blueprint: { first: 1 } },
    evaluation: { report: false },
    cards: ['police'],
    countries: ['kenya'],
    documents: ['letter'],
  }));
  change<object>(root, 'en/course.yaml', (words) => ({
    ...words,
    tracks: {
      everyone: { title: 'The whole course', summary: 'All of it.' },
      police: { title: 'Police officer', summary: 'How to greet.' },
    },
  }));
  // The examples name a module and show questions; here both are those of the small course.
  const examples = join(root, 'en/examples.mdx');
  writeFileSync(
    examples,
    readFileSync(examples, 'utf8').replace(/module="[\w-]+"/g, 'module="first"'),
  );
  const shown = parse(readFileSync(join(root, 'en/examples/questions.yaml'), 'utf8')) as Question[];
  change<Question[]>(root, 'en/modules/first/questions.yaml', (own) => [
    ...own,
    ...[1, 2, 3].flatMap((number) =>
      shown.map((question) => ({
        ...question,
        id: `${question.id}-${number}`,
        objective: 'say-hello',
        use: 'bank',
        stem: `${question.stem} (${number})`,
      })),
    ),
  ]);
  return root;
}

interface Question {
  readonly id: string;
  readonly stem: string;
}

function change<T>(root: string, file: string, how: (value: T) => T): void {
  const path = join(root, file);
  writeFileSync(
    path,
    stringify(how(parse(readFileSync(path, 'utf8')) as T), { aliasDuplicateObjects: false }),
  );
}
