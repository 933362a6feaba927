/** XML text, safe to put into other XML. */
export class Xml {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

type Value = string | number | Xml | readonly Xml[];

/**
 * Writes XML as it will be read. What is put in is escaped, unless it is XML already; a list of
 * XML is put in line by line.
 * @throws RangeError when a value holds a character that XML 1.0 cannot carry (section 2.2)
 */
export const xml = (parts: TemplateStringsArray, ...values: Value[]) =>
  new Xml(String.raw({ raw: parts }, ...values.map(toText)));

/** No XML: what stands where an optional element is left out. */
export const nothing = new Xml('');

function toText(value: Value): string {
  if (value instanceof Xml) return value.text;
  if (typeof value === 'object') return value.map(toText).join('\n');
  return escaped(String(value));
}

function escaped(text: string) {
  const foreign = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u.exec(text);
  if (foreign)
    throw new RangeError(
      `"${text}" holds the character U+${foreign[0].codePointAt(0)?.toString(16).padStart(4, '0')}, which XML cannot carry`,
    );
  return text.replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);
}
