import { SaxesParser } from 'saxes';
import { describe, expect, test } from 'vitest';
import { composeHandbook } from '../../src/handbook/compose.ts';
import { epubFiles } from '../../src/handbook/epub/epub.ts';
import { handbooksOf } from '../../src/handbook/handbook.ts';
import { levelsOfFiles } from '../../src/handbook/levels.ts';
import { escapeXml } from '../../src/html/escape.ts';
import { course, material } from './small-course.ts';

const [whole] = handbooksOf(course);
if (whole === undefined) throw new Error('a course has a book');
const options = { style: 'p { margin: 0; }', identifier: 'urn:uuid:1' };
const files = epubFiles(whole, composeHandbook(whole, material, levelsOfFiles), course, options);

interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
}

/** Every element of an XML document in order. @throws where it is not well-formed */
function elementsOf(path: string): Element[] {
  const found: Element[] = [];
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (error) => {
    throw new Error(`${path}: ${error.message}`);
  });
  parser.on('opentag', ({ name, attributes }) =>
    found.push({
      name,
      attributes: Object.fromEntries(
        Object.values(attributes).map(({ name: key, value }) => [key, value]),
      ),
    }),
  );
  parser.write(files.get(path) ?? '').close();
  return found;
}

const documents = [...files.keys()].filter((path) => path.endsWith('.xhtml'));
const itemsOf = () => elementsOf('EPUB/package.opf').filter(({ name }) => name === 'item');

describe('P66: an EPUB', () => {
  test('begins with its media type and names its package document', () => {
    expect([...files][0]).toEqual(['mimetype', 'application/epub+zip']);
    const root = elementsOf('META-INF/container.xml').find(({ name }) => name === 'rootfile');
    expect(files.has(root?.attributes['full-path'] ?? '')).toBe(true);
  });

  test('is well-formed XML in every file, without scripts and forms', () => {
    for (const path of documents)
      expect(elementsOf(path).map(({ name }) => name)).not.toContain('script');
    expect(documents.length).toBeGreaterThan(10);
  });

  test('lists every file once, each with its media type, and says which hold drawings', () => {
    const items = itemsOf();
    const listed = items.map(({ attributes }) => `EPUB/${attributes['href']}`);
    const inside = [...files.keys()].filter(
      (path) => path.startsWith('EPUB/') && path !== 'EPUB/package.opf',
    );
    expect(listed.toSorted()).toEqual(inside.toSorted());
    const withDrawings = items
      .filter(({ attributes }) => attributes['properties'] === 'svg')
      .map(({ attributes }) => `EPUB/${attributes['href']}`);
    expect(withDrawings).toEqual(
      documents.filter((path) => elementsOf(path).some(({ name }) => name === 'svg')),
    );
  });

  test('is read in the order of the book', () => {
    const all = elementsOf('EPUB/package.opf');
    const refs = all
      .filter(({ name }) => name === 'itemref')
      .map(({ attributes }) => attributes['idref']);
    expect(refs.slice(0, 3)).toEqual(['title', 'contents', 'section-1']);
    expect(refs).toHaveLength(itemsOf().length - 1);
  });

  test('has ids that are there once in a file, and links that lead somewhere', () => {
    const ids = new Map(
      documents.map((path) => [
        path,
        elementsOf(path).flatMap(({ attributes }) => attributes['id'] ?? []),
      ]),
    );
    for (const path of documents) {
      expect(ids.get(path)).toEqual([...new Set(ids.get(path))]);
      for (const { attributes } of elementsOf(path)) {
        const href = attributes['href'];
        if (href === undefined || /^https?:/.test(href)) continue;
        const [file = '', id] = href.split('#');
        const target = file === '' ? path : `EPUB/${file}`;
        expect(files.has(target), `${path}: ${href}`).toBe(true);
        if (id !== undefined) expect(ids.get(target), `${path}: ${href}`).toContain(id);
      }
    }
  });

  test('says in its metadata how it can be read', () => {
    const text = files.get('EPUB/package.opf') ?? '';
    for (const property of [
      'accessMode',
      'accessModeSufficient',
      'accessibilityFeature',
      'accessibilityHazard',
      'accessibilitySummary',
    ])
      expect(text).toContain(`<meta property="schema:${property}">`);
    expect(text).toContain('<meta property="dcterms:modified">2026-11-24T00:00:00Z</meta>');
    expect(text).toContain('<dc:identifier id="identifier">urn:uuid:1</dc:identifier>');
  });

  test('says to screen readers what it says to reading systems of a part, a chapter, notes and terms', () => {
    const kinds = documents.flatMap((path) =>
      elementsOf(path).flatMap(({ name, attributes }) =>
        name === 'section' && attributes['epub:type'] !== 'titlepage'
          ? `${attributes['epub:type'] ?? ''} ${attributes['role'] ?? ''}`
          : [],
      ),
    );
    expect(kinds).toEqual(
      expect.arrayContaining([
        ...['part doc-part', 'introduction doc-introduction', 'chapter doc-chapter'],
        ...['endnotes doc-endnotes', 'glossary doc-glossary'],
      ]),
    );
    expect(kinds.filter((kind) => /^\S+ $/.test(kind))).toEqual([]);
  });

  test('refuses a character that XML cannot carry', () => {
    expect(() => escapeXml('a\u0001b')).toThrow('U+0001');
    expect(escapeXml(`<a href="b">'&`)).toBe(`&lt;a href=&quot;b&quot;&gt;'&amp;`);
  });
});
