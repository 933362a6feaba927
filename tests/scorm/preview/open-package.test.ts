import { zipSync, type Zippable } from 'fflate';
import { describe, expect, test } from 'vitest';
import { openPackage } from '../../../scorm/preview/opened-package.ts';
import { RejectedPackage } from '../../../scorm/preview/rejection.ts';
import { limits, unpack } from '../../../scorm/preview/unpack.ts';
import { packageContents } from '../../../scorm/package/contents.ts';
import { zipPackage } from '../../../scorm/package/zip-package.ts';
import { tinyParts } from '../../fixtures/dist-tiny/files.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const zip = (files: Record<string, string>) =>
  zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, bytes(text)])));

/** Message with which a zip is rejected. */
function rejection(made: Uint8Array): string {
  try {
    openPackage(made);
  } catch (error) {
    if (error instanceof RejectedPackage) return error.message;
    throw error;
  }
  return 'opened';
}

/** The zip with bytes changed in the record of its last entry in the central directory. */
function tampered(made: Uint8Array, at: number, ...values: number[]) {
  const copy = made.slice();
  const view = new DataView(copy.buffer);
  const end = copy.length - 22;
  let record = view.getUint32(end + 16, true);
  for (let rest = view.getUint16(end + 10, true); rest > 1; rest -= 1)
    record +=
      46 +
      view.getUint16(record + 28, true) +
      view.getUint16(record + 30, true) +
      view.getUint16(record + 32, true);
  copy.set(values, record + at);
  return copy;
}

const manifest = (inner: string, version = '1.2') =>
  `<manifest identifier="m" xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2" xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2">
  <metadata><schemaversion>${version}</schemaversion></metadata>${inner}</manifest>`;
const oneSco = (
  href: string,
  extra = '',
) => `<organizations default="o"><organization identifier="o"><title>A course</title>
  <item identifier="i" identifierref="r" ${extra}><title>Part</title><adlcp:masteryscore>70</adlcp:masteryscore></item></organization></organizations>
  <resources><resource identifier="r" href="${href}"/></resources>`;

describe('a package that can be launched', () => {
  test.for(['scorm12', 'scorm2004'] as const)(
    'is opened with its title and launch file (%s)',
    (standard) => {
      const opened = openPackage(
        zipPackage(packageContents(tinyParts(standard, { masteryInManifest: true }))),
      );
      expect(opened).toMatchObject({
        id: 'tiny.en',
        title: 'Alternatives & care',
        standard: { id: standard },
        scos: [
          {
            id: 'tiny.en.item',
            launch: 'index.html',
            masteryScore: standard === 'scorm12' ? '80' : '0.8',
          },
        ],
      });
      expect(opened.files.get('index.html')).toBeDefined();
    },
  );

  test('may have a base, a query and parameters', () => {
    const text = manifest(oneSco('start%20here.html?a=1', 'parameters="?b=2"')).replace(
      '<resources>',
      '<resources xml:base="sco/">',
    );
    const { scos } = openPackage(zip({ 'imsmanifest.xml': text, 'sco/start here.html': '' }));
    expect(scos[0]).toMatchObject({
      launch: 'sco/start here.html',
      parameters: '?a=1&b=2',
      masteryScore: '70',
    });
  });

  test('may lack a schema version, as Moodle allows', () => {
    const text = manifest(oneSco('a.html')).replace(/<metadata>.*<\/metadata>/, '');
    expect(openPackage(zip({ 'imsmanifest.xml': text, 'a.html': '' })).standard.id).toBe('scorm12');
  });
});

describe('what is no package is rejected', () => {
  const sound = { 'imsmanifest.xml': manifest(oneSco('a.html')), 'a.html': '<p>a</p>' };

  test.for<[string, string, Uint8Array]>([
    ['a text', 'not-zip', bytes('<html></html>')],
    ['nothing', 'not-zip', bytes('')],
    ['the first half of a zip', 'truncated', zip(sound).slice(0, 300)],
    ['a zip without its last byte', 'truncated', zip(sound).slice(0, -1)],
    ['a zip of something else', 'no-manifest', zip({ 'index.html': '' })],
    [
      'a cmi5 package of nothing',
      'manifest-malformed: 1:17: unclosed tag: courseStructure',
      zip({ 'cmi5.xml': '<courseStructure>' }),
    ],
    [
      'a cmi5 package zipped with its folder',
      'manifest-in-folder: course/cmi5.xml',
      zip({ 'course/cmi5.xml': '' }),
    ],
    [
      'a package zipped with its folder',
      'manifest-in-folder: course/imsmanifest.xml',
      zip({ 'course/imsmanifest.xml': '' }),
    ],
    [
      'a manifest in capitals',
      'manifest-capitals: IMSMANIFEST.XML',
      zip({ 'IMSMANIFEST.XML': '' }),
    ],
    [
      'another standard',
      'standard: 1.3',
      zip({ 'imsmanifest.xml': manifest(oneSco('a.html'), '1.3') }),
    ],
    [
      'a manifest without a SCO',
      'no-sco',
      zip({ 'imsmanifest.xml': manifest('<organizations/>') }),
    ],
    [
      'a launch file that is not there',
      'launch-missing: b.html',
      zip({ ...sound, 'imsmanifest.xml': manifest(oneSco('b.html')) }),
    ],
    [
      'a launch elsewhere',
      'launch-outside: https://example.org/',
      zip({ ...sound, 'imsmanifest.xml': manifest(oneSco('https://example.org/')) }),
    ],
  ])('%s: %s', ([, reason, made]) => {
    expect(rejection(made)).toBe(reason);
  });

  test('a manifest that is not XML, with the position of the error', () => {
    expect(rejection(zip({ 'imsmanifest.xml': '<manifest>\n<a></manifest>' }))).toMatch(
      /^manifest-malformed: .*2/,
    );
  });

  test('a manifest with endless entity expansion', () => {
    const bomb = `<!DOCTYPE m [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]><manifest>&b;</manifest>`;
    expect(rejection(zip({ 'imsmanifest.xml': bomb }))).toMatch(
      /^(?:manifest-malformed|standard|no-sco)/,
    );
  });
});

describe('a hostile package is rejected before anything is unpacked', () => {
  test.for([
    '../evil.html',
    '/etc/evil',
    'a/../../evil',
    'C:/evil',
    'a\\..\\evil',
    '..\\evil',
    '\\evil',
    'a\u0000b',
  ])('a name that leads out of the package or is none (%j)', (name) => {
    expect(rejection(zip({ 'imsmanifest.xml': '', [name]: '' }))).toBe(`unsafe-path: ${name}`);
  });

  test('a symbolic link', () => {
    const link: Zippable = {
      'link.html': [bytes('/etc/passwd'), { os: 3, attrs: (0o120777 << 16) >>> 0 }],
    };
    expect(rejection(zipSync(link))).toBe('symlink: link.html');
  });

  test('an entry under a password', () => {
    expect(rejection(tampered(zip({ 'a.html': 'a' }), 8, 1))).toBe('encrypted: a.html');
  });

  test('a bomb: far more unpacked than packed', () => {
    const huge = [0, 0, 0, 3];
    expect(new DataView(Uint8Array.from(huge).buffer).getUint32(0, true)).toBeGreaterThan(
      limits.smallBytes,
    );
    expect(rejection(tampered(zip({ 'a.bin': 'a' }), 24, ...huge))).toMatch(/^bomb: \d{3,}$/);
  });

  test('more bytes than a package may have, by what the zip says of itself', () => {
    expect(rejection(tampered(zip({ 'a.bin': 'a' }), 24, 0, 0, 0, 0x40))).toBe('too-large: 1024');
  });

  test('an entry that unpacks to more than its stated size', () => {
    const made = tampered(zip({ 'a.txt': 'a'.repeat(5000) }), 24, 10, 0, 0, 0);
    expect(rejection(made)).toBe('damaged: a.txt');
  });

  test('entries that share their bytes', () => {
    const made = zip({ 'a.txt': 'same', 'b.txt': 'same' });
    expect(rejection(tampered(made, 42, 0, 0, 0, 0))).toBe('bomb: b.txt');
  });

  test('more entries than a package can have', () => {
    const made = zip({ 'a.txt': '' });
    const copy = made.slice();
    new DataView(copy.buffer).setUint16(copy.length - 12, 0xffff, true);
    expect(rejection(copy)).toBe('too-many: 65535');
  });
});

describe('what is damaged is rejected', () => {
  test('an entry whose bytes were changed', () => {
    const made = zipSync({ 'a.txt': [bytes('one text'), { level: 0 }] });
    made[38] = (made[38] ?? 0) + 1;
    expect(rejection(made)).toBe('damaged: a.txt');
  });

  test('a name that stands twice', () => {
    const made = zip({ 'aa.txt': 'x', 'ab.txt': 'y' });
    expect(() => unpack(tampered(made, 46, ...bytes('aa.txt')))).toThrow('twice: aa.txt');
  });

  test('a method of packing that nobody knows', () => {
    expect(rejection(tampered(zip({ 'a.txt': 'a' }), 10, 99))).toBe('compression: a.txt');
  });
});
