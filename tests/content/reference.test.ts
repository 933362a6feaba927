import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { loadCourse, readCourse } from '../../src/content/load.ts';
import { diagnosticLine } from '../../src/content/diagnostics/diagnostic.ts';
import { copyTinyCourse } from '../fixtures/tiny-course.ts';

let folder = '';

afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** The tiny course with further files, and with more at the end of its `course.yaml`. */
function withFiles(files: Record<string, string>, listed = ''): string {
  folder = mkdtempSync(join(tmpdir(), 'course-'));
  copyTinyCourse(folder);
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(join(folder, file, '..'), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
  const course = join(folder, 'course.yaml');
  writeFileSync(course, `${readFileSync(course, 'utf8')}${listed}`);
  return folder;
}

const faults = (root: string) => readCourse('en', root).diagnostics.map(diagnosticLine);

const page = (words: string) =>
  `---\ntitle: A page\nsummary: What it is.\nchecked: 2026-11-01\n---\n\n${words}\n`;
const card = { 'en/cards/judge.mdx': page('Words.') };

test('a bench card that is listed has a page, with its summary and date', () => {
  const { cards } = loadCourse('en', withFiles(card, 'cards: [judge]\n'));
  expect(cards).toEqual([
    {
      id: 'judge',
      title: 'A page',
      summary: 'What it is.',
      checked: '2026-11-01',
      href: 'en/cards/judge.html',
    },
  ]);
});

test('an unlisted bench card is reported, because no page would show it', () => {
  expect(faults(withFiles(card))).toEqual([
    'en/cards/judge.mdx  unlisted-file  course.yaml does not list this page, so it is not shown. Add "judge" to cards: in course.yaml, or delete the file.',
  ]);
});

test('a listed country note without a file is reported', () => {
  expect(faults(withFiles({}, 'countries: [atlantis]\n'))).toEqual([
    'en/countries/atlantis.mdx  missing-file  The file is missing. Write the file, or take its name out of course.yaml.',
  ]);
});

test('a card and a country note are held to the sources and terms that exist', () => {
  const files = {
    'en/cards/judge.mdx': page('Words.<Cite source="nothing" />'),
    'en/countries/atlantis.mdx': page('A <Term id="nothing">word</Term>.'),
  };
  const found = faults(withFiles(files, 'cards: [judge]\ncountries: [atlantis]\n'));
  expect(found).toHaveLength(2);
  expect(found[0]).toContain('There is no source "nothing"');
  expect(found[1]).toContain('There is no term "nothing"');
});

const library = `- { id: manual-itself, source: manual }
- id: leaflet
  document:
    { authors: A, title: A leaflet, checked: 2026-11-01, read: unread }
`;
const purposes = 'manual-itself: { purpose: To greet by. }\nleaflet: { purpose: To fold. }\n';

test('the library joins a document with its source, or its own particulars, and its purpose', () => {
  const root = withFiles({ 'library.yaml': library, 'en/library.yaml': purposes });
  const { library: documents, sources } = loadCourse('en', root);
  const manual = sources.find(({ id }) => id === 'manual');
  expect(documents).toMatchObject([
    { id: 'manual-itself', source: 'manual', title: manual?.title, purpose: 'To greet by.' },
    { id: 'leaflet', title: 'A leaflet', read: 'unread', purpose: 'To fold.' },
  ]);
});

test('a document without words, and words without a document, are reported', () => {
  const root = withFiles({
    'library.yaml': library,
    'en/library.yaml': purposes.replace('leaflet:', 'leaflets:'),
  });
  expect(faults(root)).toEqual([
    'en/library.yaml:1  library  The words of document "leaflet" are missing. Write what the document is for. [leaflet]',
    'en/library.yaml:2  library  library.yaml has no document "leaflets". Did you mean "leaflet"? Delete it, or add the document there. [leaflets]',
  ]);
});

test('an unverified principle is not shown to readers', () => {
  const entry = (statement: string, verified: boolean) =>
    `- { stage: all, theme: greeting, statement: ${statement}, source: { source: manual }, verified: ${verified} }\n`;
  const root = withFiles({
    'en/principles.yaml': entry('Seen.', true) + entry('Only heard of.', false),
  });
  expect(loadCourse('en', root).principles.map(({ statement }) => statement)).toEqual(['Seen.']);
});

test('the words to avoid are those that the check of words knows', () => {
  const { wordings } = loadCourse('en');
  const ids = [
    ...readFileSync('content/terminology.yaml', 'utf8')
      .replace(/\nstyle:.*/s, '')
      .matchAll(/^ {2}- id: (\S+)$/gm),
  ].map(([, id]) => id);
  expect(ids.length).toBeGreaterThan(20);
  expect(wordings.map(({ id }) => id)).toEqual(ids);
});
