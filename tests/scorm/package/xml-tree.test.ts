import { describe, expect, test } from 'vitest';
import { descendants, parseXml, XmlError } from '../../../scorm/package/xml-tree.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

/** UTF-16, with or without a byte order mark. */
function utf16(text: string, littleEndian: boolean): Uint8Array {
  const view = new DataView(new ArrayBuffer(text.length * 2));
  for (let at = 0; at < text.length; at++)
    view.setUint16(at * 2, text.charCodeAt(at), littleEndian);
  return new Uint8Array(view.buffer);
}

const error = (document: Uint8Array, limits?: Parameters<typeof parseXml>[1]) => {
  try {
    parseXml(document, limits);
  } catch (found) {
    if (found instanceof XmlError) return found;
    throw found;
  }
  return undefined;
};

const limits = { bytes: 1000, depth: 3, elements: 4, attributes: 2 };

describe('an XML document', () => {
  test('is read into elements with names, namespaces, attributes and text', () => {
    const root = parseXml(
      bytes('<m xmlns="urn:a" xmlns:b="urn:b" b:x="1"><b:t>A &amp; <![CDATA[<B>]]></b:t></m>'),
    );
    expect([root.name, root.namespace, root.attributes.get('b:x')]).toEqual(['m', 'urn:a', '1']);
    const [title] = descendants(root, 't');
    expect([title?.namespace, title?.text, title?.parent]).toEqual(['urn:b', 'A & <B>', root]);
  });

  test.for([
    ['UTF-8 with a mark', bytes('\uFEFF<t>é</t>')],
    ['UTF-16 little-endian with a mark', utf16('\uFEFF<?xml version="1.0"?><t>é</t>', true)],
    ['UTF-16 big-endian with a mark', utf16('\uFEFF<t>é</t>', false)],
    ['UTF-16 without a mark', utf16('<t>é</t>', true)],
    [
      'ISO-8859-1 by its declaration',
      Buffer.from('<?xml version="1.0" encoding="ISO-8859-1"?><t>é</t>', 'latin1'),
    ],
    [
      'windows-1252 by its declaration',
      Buffer.from("<?xml version='1.0' encoding='windows-1252'?><t>é</t>", 'latin1'),
    ],
  ] as const)('is read in its encoding: %s', ([, document]) => {
    expect(parseXml(document).text).toBe('é');
  });

  test.for([
    ['an unclosed element', bytes('<a><b></a>')],
    ['no element', bytes('  ')],
    ['an unknown encoding', bytes('<?xml version="1.0" encoding="x-none"?><a/>')],
    ['bytes of another encoding', new Uint8Array([0x3c, 0x61, 0x3e, 0xff, 0xfe])],
    ['an entity that is not defined', bytes('<a>&nope;</a>')],
  ] as const)('with %s is refused', ([, document]) => {
    expect(error(document)).toBeInstanceOf(XmlError);
    expect(error(document)?.limit).toBeUndefined();
  });

  test('names the line of the mistake', () => {
    expect(error(bytes('<a>\n<b>\n</a>'))?.line).toBe(3);
  });

  test.for([
    ['bytes', `<a>${' '.repeat(1000)}</a>`],
    ['depth', '<a><b><c><d/></c></b></a>'],
    ['elements', '<a><b/><b/><b/><b/></a>'],
    ['attributes', '<a x="1" y="2" z="3"/>'],
  ] as const)('that passes the limit of %s is refused', ([limit, text]) => {
    expect(error(bytes(text), limits)?.limit).toBe(limit);
  });

  test('expands no entities of its document type', () => {
    const bomb = '<!DOCTYPE a [<!ENTITY b "bbbb">]><a>&b;</a>';
    expect(error(bytes(bomb))).toBeInstanceOf(XmlError);
  });
});
