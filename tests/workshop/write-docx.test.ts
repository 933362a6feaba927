import mammoth from 'mammoth';
import { describe, expect, test } from 'vitest';
import { writeDocx } from '../../src/workshop/docx/write-docx.ts';
import type { WordDocument } from '../../src/workshop/docx/word-document.ts';

/** The HTML that a reader of the format makes of a document. */
async function html(document: WordDocument): Promise<string> {
  const blob = await writeDocx(document);
  const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(await blob.arrayBuffer()) });
  return value;
}

const document: WordDocument = {
  title: 'Plan',
  language: 'en',
  direction: 'ltr',
  blocks: [
    { kind: 'heading', level: 1, text: 'A plan & its <dates>' },
    { kind: 'text', text: 'First line\nsecond line' },
    { kind: 'list', items: ['Police', 'Health'] },
    { kind: 'table', head: ['Action', 'By'], rows: [['One form', '3 months'], ['مرحبا']] },
  ],
};

describe('a document for a word processor', () => {
  test('contains its headings, lists and tables when it is read back', async () => {
    const read = await html(document);
    expect(read).toContain('A plan &amp; its &lt;dates&gt;</h1>');
    expect(read).toContain('First line<br />second line');
    expect(read).toMatch(/<ul><li>Police<\/li><li>Health<\/li><\/ul>/);
    expect(read).toContain('<p>One form</p></td><td><p>3 months</p>');
    expect(read).toContain('مرحبا');
  });

  test('has the same text from right to left on a landscape page', async () => {
    const read = await html({ ...document, direction: 'rtl', language: 'ar', isLandscape: true });
    expect(read).toContain('<p>3 months</p>');
  });
});
