import { unzipSync } from 'fflate';
import { existsSync, readFileSync } from 'node:fs';
import { JSDOM } from 'jsdom';
import { describe, expect, test } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import { attribute, type Element, elements, readPage, textOf } from '../../src/html/html.ts';

/** Rules of the standard for a manifest, as data. */
export interface ManifestRules {
  /** Id of the standard. */
  readonly standard: string;
  readonly schemaversion: string;
  /** Name of the attribute that makes a resource a SCO; the two standards differ in one capital. */
  readonly scormType: string;
  /** Namespaces of the manifest, and the file that defines each. */
  readonly namespaces: Readonly<Record<string, string>>;
  /** Number of SCOs that one item holds; absent where the course is one SCO. */
  readonly units?: number;
}

/** Namespaces of SCORM 2004, whose editions differ in the schemas behind them. */
export const namespaces2004: ManifestRules['namespaces'] = {
  'http://www.imsglobal.org/xsd/imscp_v1p1': 'imscp_v1p1.xsd',
  'http://www.adlnet.org/xsd/adlcp_v1p3': 'adlcp_v1p3.xsd',
  'http://www.adlnet.org/xsd/adlseq_v1p3': 'adlseq_v1p3.xsd',
  'http://www.adlnet.org/xsd/adlnav_v1p3': 'adlnav_v1p3.xsd',
  'http://www.imsglobal.org/xsd/imsss': 'imsss_v1p0.xsd',
};

/** The innermost element of such a name that an element stands in. */
function closest(element: Element, name: RegExp): Element | undefined {
  for (let each: Element['parentNode'] = element; each !== null;) {
    if ('tagName' in each && name.test(each.tagName)) return each;
    each = 'parentNode' in each ? each.parentNode : null;
  }
  return undefined;
}

/** The requirements for every package of a standard; `zip` is made once, when the first test asks. */
export function packageSuite(name: string, rules: ManifestRules, zip: () => Uint8Array) {
  describe(name, () => {
    let unzipped: ReturnType<typeof unzipSync> | undefined;
    const files = () => (unzipped ??= unzipSync(zip()));
    const text = (path: string) => new TextDecoder().decode(files()[path]);
    const manifest = () =>
      new JSDOM(text('imsmanifest.xml'), { contentType: 'application/xml' }).window.document;
    const names = () => Object.keys(files());
    const own = () => names().filter((path) => !/\.(?:xsd|dtd)$/.test(path));
    const pages = () => own().filter((path) => path.endsWith('.html'));
    const parsed = new Map<string, readonly Element[]>();
    const elementsOf = (path: string): readonly Element[] => {
      const known = parsed.get(path) ?? [...elements(readPage(text(path)))];
      parsed.set(path, known);
      return known;
    };

    test('P27: the manifest is the first entry, at the root, and its launch file exists', () => {
      expect(names()[0]).toBe('imsmanifest.xml');
      const href = manifest().querySelector('resource')?.getAttribute('href');
      expect(names()).toContain(href);
    });

    test('P27: no entry is a folder, starts with a slash or a dot, or has a backslash', () => {
      expect(names().filter((path) => /^[./]|\/$|\\|\/\.{0,2}\//.test(path))).toEqual([]);
    });

    test('P28: the manifest lists every file but itself and the schemas, and nothing else', () => {
      const listed = [...manifest().querySelectorAll('file')].map((file) =>
        file.getAttribute('href'),
      );
      expect(listed.toSorted()).toEqual(
        own()
          .filter((path) => path !== 'imsmanifest.xml')
          .toSorted(),
      );
    });

    test('P29: the manifest is valid by the schemas that the package carries', async () => {
      const preload = names()
        .filter((path) => /\.(?:xsd|dtd)$/.test(path))
        .map((path) => ({ fileName: path, contents: text(path) }));
      const imports = Object.entries(rules.namespaces).map(
        ([namespace, file]) => `<xs:import namespace="${namespace}" schemaLocation="${file}"/>`,
      );
      const { errors } = await validateXML({
        xml: { fileName: 'imsmanifest.xml', contents: text('imsmanifest.xml') },
        schema: {
          fileName: 'all.xsd',
          contents: `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">${imports.join('')}</xs:schema>`,
        },
        preload,
        modifyArguments: (args) => ['--nonet', ...args],
      });
      expect(errors.map(({ rawMessage }) => rawMessage)).toEqual([]);
    });

    test('P29: every schema that the manifest names is in the package', () => {
      const location = manifest().documentElement.getAttribute('xsi:schemaLocation') ?? '';
      expect(
        Object.fromEntries([...location.matchAll(/(\S+)\s+(\S+)/g)].map(([, a, b]) => [a, b])),
      ).toEqual(rules.namespaces);
      expect(names()).toEqual(expect.arrayContaining(Object.values(rules.namespaces)));
    });

    test('P29: version and kind of resource are written as the standard spells them', () => {
      expect(manifest().querySelector('schemaversion')?.textContent).toBe(rules.schemaversion);
      const sco = manifest().querySelector('resource');
      expect(sco?.getAttribute(rules.scormType)).toBe('sco');
    });

    test('P39: the manifest has one organization with one item, which is the SCO or holds the SCOs', () => {
      const { units = 0 } = rules;
      expect(manifest().querySelectorAll('organization')).toHaveLength(1);
      expect(manifest().querySelectorAll('organization > item')).toHaveLength(1);
      expect(manifest().querySelectorAll('item > item')).toHaveLength(units);
      // Beside the SCOs there is the resource of what they share.
      expect(manifest().querySelectorAll('resource')).toHaveLength(units + 1);
    });

    test('P31: names unpack everywhere, and no two differ only in case', () => {
      const safe = /^[a-z0-9][a-z0-9_.-]*(?:\/[a-z0-9][a-z0-9_.-]*)*$/;
      expect(own().filter((path) => !safe.test(path))).toEqual([]);
      expect(new Set(names().map((path) => path.toLowerCase())).size).toBe(names().length);
    });

    test('P32: no path is longer than 80 characters', () => {
      expect(names().filter((path) => path.length > 80)).toEqual([]);
    });

    test('P33: no URL starts at the root of the host', () => {
      const rooted = pages().flatMap((path) =>
        elementsOf(path).flatMap(({ attrs }) =>
          attrs
            .filter(({ name }) => /^(?:href|src|srcset|poster|action|data|data-.*)$/.test(name))
            .filter(({ value }) => /^\/[^ ]|,\s*\//.test(value))
            .map(({ value }) => `${path}: ${value}`),
        ),
      );
      const styles = own().filter(
        (path) => path.endsWith('.css') && /url\(\s*["']?\//.test(text(path)),
      );
      expect([...rooted, ...styles]).toEqual([]);
    });

    test('P35: only kinds of files that every server knows, in plain folders', () => {
      const kinds = /\.(?:html|css|js|svg|png|jpg|webp|woff2|mp3|mp4|vtt|xml|xsd|dtd|txt|pdf)$/;
      expect(names().filter((path) => !kinds.test(path) || /(?:^|\/)[._]/.test(path))).toEqual([]);
    });

    test('P36: no page has an inline script, style sheet, style or event handler', () => {
      const inline = pages().flatMap((path) =>
        elementsOf(path)
          .filter(
            (element) =>
              element.tagName === 'style' ||
              (element.tagName === 'script' &&
                attribute(element, 'src') === undefined &&
                !/json/.test(attribute(element, 'type') ?? '')) ||
              element.attrs.some(({ name }) => name === 'style' || name.startsWith('on')),
          )
          .map(({ tagName }) => `${path}: ${tagName}`),
      );
      expect(inline).toEqual([]);
    });

    test('P36: nothing is loaded from another host', () => {
      const loaded = pages().flatMap((path) =>
        elementsOf(path)
          .filter(({ tagName }) => !['a', 'area'].includes(tagName))
          .flatMap(({ attrs }) => attrs)
          .filter(
            ({ name, value }) =>
              /^(?:src|href|srcset|data|poster)$/.test(name) && /^(?:[a-z]+:|\/\/)/i.test(value),
          )
          .map(({ value }) => `${path}: ${value}`),
      );
      expect(loaded).toEqual([]);
    });

    test('P38: links to other hosts open in a new tab and show their address', () => {
      const faulty = pages().flatMap((path) =>
        elementsOf(path).flatMap((link) => {
          const href = attribute(link, 'href') ?? '';
          if (link.tagName !== 'a' || !href.startsWith('http')) return [];
          const around = closest(link, /^(?:p|li|dd|td|figure|aside|footer|div)$/);
          const isRight =
            attribute(link, 'target') === '_blank' &&
            attribute(link, 'rel') === 'noopener noreferrer' &&
            around !== undefined &&
            textOf(around).includes(href.replace(/^https?:\/\/(?:www\.)?|\/$/g, ''));
          return isRight ? [] : `${path}: ${href}`;
        }),
      );
      expect(faulty).toEqual([]);
    });

    test('P10: no script names an event that browsers drop', () => {
      expect(
        own().filter((path) => path.endsWith('.js') && /\b(?:before)?unload\b/.test(text(path))),
      ).toEqual([]);
    });

    test('D05: every page says which standard the package speaks', () => {
      const course = pages().filter((path) => !path.startsWith('package/'));
      expect(
        course.filter((path) => !text(path).includes(`data-package="${rules.standard}"`)),
      ).toEqual([]);
    });

    test('P20: the key page says what is sent, and no page of the course leads to it', () => {
      const page = new JSDOM(text('package/reporting-guide.html')).window.document;
      expect(page.querySelectorAll('table:first-of-type tbody tr').length).toBeGreaterThanOrEqual(
        10,
      );
      expect(
        own().filter(
          (path) => path.endsWith('.html') && text(path).includes('package/reporting-guide'),
        ),
      ).toEqual([]);
    });

    test('P12: nothing in the manifest makes an LMS set a status itself', () => {
      expect(text('imsmanifest.xml')).not.toMatch(
        /masteryscore|minNormalizedMeasure|completionThreshold/,
      );
    });
  });
}

/** The same for a package as it was built, and what it may weigh on a platform. */
export function builtPackageSuite(name: string, rules: ManifestRules, path: string) {
  // On one's own machine there may be no build; where everything is checked there must be one.
  describe.runIf(existsSync(path) || process.env['CI'])('as built', () => {
    packageSuite(name, rules, () => readFileSync(path));

    test('P52: it has at most 290 files, which a platform unpacks, lists and serves one by one', () => {
      expect(Object.keys(unzipSync(readFileSync(path))).length).toBeLessThanOrEqual(290);
    });

    test('P52: it weighs at most 1.8 MB', () => {
      expect(readFileSync(path).length).toBeLessThanOrEqual(1_800_000);
    });
  });
}
