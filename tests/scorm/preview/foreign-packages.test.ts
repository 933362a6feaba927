import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { addressOf } from '../../../scorm/preview/launch-address.ts';
import { openPackage } from '../../../scorm/preview/opened-package.ts';
import { RejectedPackage } from '../../../scorm/preview/rejection.ts';
import { foreignManifest, foreignPage, type ForeignManifest } from './foreign-package.ts';
import { writeZip, type ZipHabits } from './write-zip.ts';

const packed = (files: Record<string, string>) =>
  zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])));

/** A package with one page, opened. */
const opened = (
  manifest: ForeignManifest,
  page: string | Uint8Array = 'index.html',
  habits: ZipHabits = {},
) =>
  openPackage(
    writeZip(
      [
        ['imsmanifest.xml', foreignManifest(manifest)],
        [page, foreignPage],
      ],
      habits,
    ),
  );

const launched = (manifest: ForeignManifest, page?: string | Uint8Array, habits?: ZipHabits) => {
  const [sco] = opened(manifest, page, habits).scos;
  return `${addressOf(sco?.launch ?? '')}${sco?.parameters ?? ''}`;
};

const rejection = (open: () => unknown) => {
  try {
    open();
  } catch (error) {
    if (error instanceof RejectedPackage) return error;
    throw error;
  }
  throw new Error('the package was opened');
};

describe('the address of a launch follows the rules of URLs', () => {
  test.for<[string, ForeignManifest, string, string]>([
    ['dot-slash', { href: './index.html' }, 'index.html', 'index.html'],
    ['down and up', { href: 'a/../unit/index.html' }, 'unit/index.html', 'unit/index.html'],
    [
      'a base without a slash is a file, which the address replaces',
      { resource: 'xml:base="unit"' },
      'index.html',
      'index.html',
    ],
    [
      'a base with a slash is a folder',
      { resource: 'xml:base="unit/"' },
      'unit/index.html',
      'unit/index.html',
    ],
    [
      'bases add up, and may lead up',
      { resources: 'xml:base="unit/"', resource: 'xml:base="../other/"' },
      'other/index.html',
      'other/index.html',
    ],
    ['a backslash is a slash', { href: 'unit\\index.html' }, 'unit/index.html', 'unit/index.html'],
    ['an escaped question mark', { href: 'what%3F.html' }, 'what?.html', 'what%3F.html'],
    ['an escaped hash', { href: 'no%231.html' }, 'no#1.html', 'no%231.html'],
    ['a stray percent sign', { href: '100%.html' }, '100%.html', '100%25.html'],
    ['a space, escaped', { href: 'a%20b.html' }, 'a b.html', 'a%20b.html'],
    ['a space, as it stands', { href: 'a b.html' }, 'a b.html', 'a%20b.html'],
    ['letters beyond ASCII', { href: 'Übung.html' }, 'Übung.html', '%C3%9Cbung.html'],
    ['space around it', { href: ' index.html ' }, 'index.html', 'index.html'],
  ])('%s', ([, manifest, page, address]) => {
    expect(launched(manifest, page)).toBe(address);
  });

  test.for([
    ['part=2', 'index.html', '?part=2'],
    ['?part=2', 'index.html', '?part=2'],
    ['&amp;part=2', 'index.html', '?part=2'],
    ['?&amp;part=2', 'index.html', '?part=2'],
    ['part=2', 'index.html?a=1', '?a=1&part=2'],
    ['&amp;part=2', 'index.html?a=1', '?a=1&part=2'],
    ['#two', 'index.html', '#two'],
    ['#two', 'index.html#one', '#one'],
    ['part=2', 'index.html#one', '?part=2#one'],
    ['part=2#two', 'index.html', '?part=2#two'],
    ['', 'index.html?a=1#one', '?a=1#one'],
  ] as const)('parameters "%s" behind "%s" give "%s"', ([parameters, href, rest]) => {
    expect(launched({ href, item: `parameters="${parameters}"` })).toBe(`index.html${rest}`);
  });

  test.for([
    '../index.html',
    '/index.html',
    '//example.org/index.html',
    'https://example.org/',
    'javascript:alert(1)',
    'a/../../index.html',
  ])('an address that leaves the package is rejected: %s', (href) => {
    expect(rejection(() => opened({ href }))).toMatchObject({
      reason: 'launch-outside',
      found: href,
    });
  });

  test.for([
    ['Index.html', 'index.html'],
    ['unit/index.html', 'index.html'],
    ['U\u0308bung.html', 'Übung.html'],
  ] as const)('a file that is missing is rejected with the nearest: %s', ([href, page]) => {
    expect(rejection(() => opened({ href }, page))).toMatchObject({
      reason: 'launch-near',
      nearest: page,
    });
  });

  test('white space around an identifier is ignored', () => {
    expect(launched({ id: '  r1 ' })).toBe('index.html');
    expect(opened({ identifier: ' m1\n' }).id).toBe('m1');
  });
});

describe('a manifest may be in any encoding that it declares', () => {
  const utf16 = (text: string, isBig: boolean) => {
    const bytes = Buffer.from(text, 'utf16le');
    return isBig ? bytes.swap16() : bytes;
  };
  const title = 'Übung für alle';

  test.for<[string, Uint8Array]>([
    ['UTF-8 with a mark', Buffer.from(`\ufeff${foreignManifest({ title })}`)],
    [
      'UTF-16, little end first',
      utf16(`\ufeff${foreignManifest({ title, encoding: 'UTF-16' })}`, false),
    ],
    [
      'UTF-16, big end first',
      utf16(`\ufeff${foreignManifest({ title, encoding: 'UTF-16' })}`, true),
    ],
    ['UTF-16 without a mark', utf16(foreignManifest({ title, encoding: 'UTF-16LE' }), false)],
    ['ISO-8859-1', Buffer.from(foreignManifest({ title, encoding: 'ISO-8859-1' }), 'latin1')],
    ['windows-1252', Buffer.from(foreignManifest({ title, encoding: 'windows-1252' }), 'latin1')],
  ])('%s', ([, manifest]) => {
    const zip = writeZip([
      ['imsmanifest.xml', manifest],
      ['index.html', foreignPage],
    ]);
    expect(openPackage(zip).title).toBe(title);
  });
});

describe('zips of other makers', () => {
  test.for<[string, ZipHabits]>([
    ['sizes and offsets in ZIP64 fields', { zip64Fields: true }],
    ['a ZIP64 end record', { zip64End: true }],
    ['both', { zip64Fields: true, zip64End: true }],
    [
      'a comment that holds the signature of the end',
      { comment: 'by PK\u0005\u0006 tools'.repeat(3) },
    ],
    ['a comment that looks like an end', { comment: `PK\u0005\u0006${'\0'.repeat(18)}` }],
  ])('%s', ([, habits]) => {
    expect(launched({}, 'index.html', habits)).toBe('index.html');
  });

  test('a name in code page 437', () => {
    const page = Uint8Array.from([0x9a, ...Buffer.from('bung.html')]);
    expect(launched({ href: 'Übung.html' }, page)).toBe('%C3%9Cbung.html');
  });

  test('two names that differ in letters of code page 437 only', () => {
    const names = [0x84, 0x94].map((byte) => Uint8Array.from([byte, ...Buffer.from('.html')]));
    const zip = writeZip([
      ['imsmanifest.xml', foreignManifest({ href: 'ö.html' })],
      ...names.map((name) => [name, foreignPage] as const),
    ]);
    expect([...openPackage(zip).files.keys()]).toEqual(['imsmanifest.xml', 'ä.html', 'ö.html']);
  });

  test.for([
    ['unit\\index.html', 'backslash'],
    ['./unit/index.html', 'dot-segment'],
    ['unit/./index.html', 'dot-segment'],
    ['unit//index.html', 'dot-segment'],
  ] as const)('the name %j is read, and told as a dialect', ([page, dialect]) => {
    const { scos, dialects } = opened({ href: 'unit/index.html' }, page);
    expect(scos[0]?.launch).toBe('unit/index.html');
    expect(dialects).toEqual([dialect]);
  });

  test('entries of folders, the root among them, are left out', () => {
    const zip = writeZip([
      ['./', ''],
      ['unit\\', ''],
      ['./imsmanifest.xml', foreignManifest()],
      ['./index.html', foreignPage],
    ]);
    expect([...openPackage(zip).files.keys()]).toEqual(['imsmanifest.xml', 'index.html']);
  });
});

describe('a manifest has limits', () => {
  const item = '<item identifier="i" identifierref="r1"><title>t</title></item>';
  const within = (inner: string) =>
    foreignManifest().replace('</organization>', () => `${inner}</organization>`);

  test.for<[string, string]>([
    ['2,001 items', within(item.repeat(2001))],
    [
      '100,000 attributes',
      within(`<a ${Array.from({ length: 1e5 }, (_, at) => `b${at}="" `).join('')}/>`),
    ],
    ['20,000 nested elements', within(`${'<a>'.repeat(2e4)}${'</a>'.repeat(2e4)}`)],
    ['100,000 elements', within('<a/>'.repeat(1e5))],
    ['12 MB', within('<a/>'.repeat(3e6))],
  ])('%s are rejected', ([, manifest]) => {
    // Packed: the writer of the test would take longer than the reader.
    const zip = packed({ 'imsmanifest.xml': manifest, 'index.html': foreignPage });
    expect(rejection(() => openPackage(zip))).toMatchObject({ reason: 'manifest-too-large' });
  });
});

describe('a manifest that no platform can read is rejected with a reason, never with an internal error', () => {
  const manifest = foreignManifest();
  const changed = (from: string, to: string) => manifest.replace(from, () => to);
  const launching = (href: string) => changed('href="index.html"', href);

  test.for<[string, string, string]>([
    ['text before the document', `junk${manifest}`, 'manifest-malformed'],
    ['a blank line before the declaration', `\n${manifest}`, 'manifest-malformed'],
    ['nothing', '', 'manifest-malformed'],
    ['a page', '<!doctype html><html></html>', 'manifest-malformed'],
    ['JSON', '{}', 'manifest-malformed'],
    ['an encoding that nobody knows', changed('utf-8', 'x-klingon'), 'manifest-malformed'],
    ['an entity of HTML', changed('Small course', 'A&nbsp;B'), 'manifest-malformed'],
    ['a bare ampersand', changed('Small course', 'A & B'), 'manifest-malformed'],
    ['half a character', changed('Small course', '&#xD800;'), 'manifest-malformed'],
    ['a version that nobody knows', changed('>1.2<', '>9.9<'), 'standard'],
    ['an item that launches nothing', changed('identifierref="r1"', ''), 'no-sco'],
    ['an item that launches what is not there', changed('ref="r1"', 'ref="zz"'), 'no-sco'],
    ['an address without anything', launching('href=" "'), 'no-sco'],
    ['an address on the web', launching('href="https://x.example/a"'), 'launch-outside'],
    ['an address of another host', launching('href="//x.example/a"'), 'launch-outside'],
    ['a script for an address', launching('href="javascript:alert(1)"'), 'launch-outside'],
    ['a lone percent sign', launching('href="50%.html"'), 'launch-missing'],
    ['a zero byte in a name', launching('href="index%00.html"'), 'launch-missing'],
  ])('%s', ([, text, reason]) => {
    const zip = packed({ 'imsmanifest.xml': text, 'index.html': foreignPage });
    expect(rejection(() => openPackage(zip))).toMatchObject({ reason });
  });
});
