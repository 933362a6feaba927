import { refuseNonXml } from '../../src/html/escape.ts';

/** XML text, safe to put into other XML. */
export class Xml {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

type Value = string | number | Xml | readonly Xml[];

/**
 * Makes XML from a template. A value is escaped unless it is `Xml`; the items of a list are joined by
 * line breaks.
 * @throws RangeError if a value contains a character that XML 1.0 does not allow (section 2.2)
 */
export const xml = (parts: TemplateStringsArray, ...values: Value[]) =>
  new Xml(String.raw({ raw: parts }, ...values.map(toText)));

/** Empty XML, the value of an optional element that is left out. */
export const nothing = new Xml('');

function toText(value: Value): string {
  if (value instanceof Xml) return value.text;
  if (typeof value === 'object') return value.map(toText).join('\n');
  return escaped(String(value));
}

function escaped(text: string) {
  refuseNonXml(text);
  return text.replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);
}
