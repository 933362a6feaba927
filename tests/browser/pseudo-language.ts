import { globSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { mdxToMdast, type MdastNode } from 'satteri';
import { parse, stringify } from 'yaml';
import { smallContent } from './small-content.ts';
import { addWorkshop } from './small-workshop.ts';

const plain = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';
const odd = 'áƀćđéƒǵĥíĵķłḿńóṕɋŕśťúṽẃẋýźÁƁĆĐÉƑǴĤÍĴĶŁḾŃÓṔɊŔŚŤÚṼẂẊÝŹ';
const letters = new Map(Array.from(plain, (letter, index) => [letter, odd.charAt(index)]));

/** A text without one plain letter, still readable: what was written in code stands out beside it. */
export const pseudo = (text: string): string =>
  text.replace(/\{\w+\}|https?:\/\/\S+|&\w+;|[a-zA-Z]/g, (part) => letters.get(part) ?? part);

/** Fields of the content that hold words for the reader; all others are ids, dates and numbers. */
const wordFields = new Set(
  'title short summary text feedback stem label consequence reason heading known decides contentNote low middle high right sound evidence law term definition unit at series note purpose theme statement what labels hint'.split(
    ' ',
  ),
);

/** Fields of the trainer's kit that do. */
const workshopFields = new Set(
  'purpose method bring print do say question expect hear meet points audience fiction asked decisions days options levels name gap objective action who indicator'.split(
    ' ',
  ),
);

/**
 * The small course in one language only, every word of it in pseudo letters and read from right to
 * left (D10), with the trainer's kit. Its evaluation is sent to an LMS.
 * @returns the folder
 */
export function pseudoContent(root: string, language = 'ar-x-pseudo'): string {
  smallContent(root);
  addWorkshop(root);
  const path = join(root, 'course.yaml');
  const course = parse(readFileSync(path, 'utf8')) as object;
  writeFileSync(
    path,
    stringify({ ...course, languages: [language], evaluation: { report: true } }),
  );
  renameSync(join(root, 'en'), join(root, language));
  for (const path of globSync(join(root, language, '**/*.{yaml,mdx,svg}'))) {
    const text = readFileSync(path, 'utf8');
    writeFileSync(
      path,
      path.endsWith('.yaml') ? yaml(text, path) : path.endsWith('.mdx') ? mdx(text) : svg(text),
    );
  }
  return root;
}

const colours = ['green', 'amber', 'red'];
const pluralForms = ['zero', 'one', 'two', 'few', 'many', 'other'];

function yaml(text: string, path: string): string {
  const isInterface = path.endsWith('interface.yaml');
  const isWorkshop = /[/\\]workshop[/\\]/.test(path);
  const visit = (value: unknown, isWords: boolean): unknown => {
    if (typeof value === 'string') return isWords ? pseudo(value) : value;
    if (Array.isArray(value)) return value.map((item) => visit(item, isWords));
    if (typeof value !== 'object' || value === null) return value;
    // Arabic has six plural forms, of which English has two.
    const forms =
      isInterface && 'other' in value && typeof value.other === 'string'
        ? { ...Object.fromEntries(pluralForms.map((form) => [form, value.other])), ...value }
        : value;
    return Object.fromEntries(
      Object.entries(forms).map(([key, inner]) => {
        if (key === 'direction') return [key, 'rtl'];
        // Conditions name columns and options, and a filled-in model has options in its cells.
        if (isWorkshop && (key === 'where' || colours.includes(String(inner)))) return [key, inner];
        if (isWorkshop && key === 'example') return [key, visit(inner, true)];
        if (isWorkshop && key === 'example') return [key, visit(inner, true)];
        // The values of these records are words; their keys are ids.
        const isRecord = (key === 'objectives' || key === 'flags') && !Array.isArray(inner);
        // A scene may be called by the name of such a field; then its value holds fields of its own.
        const isOwn =
          ((wordFields.has(key) || (isWorkshop && workshopFields.has(key))) &&
            (typeof inner === 'string' || isTexts(inner))) ||
          (key === 'also' && isTexts(inner));
        return [key, visit(inner, isWords || isInterface || isOwn || isRecord)];
      }),
    );
  };
  // A no-break space is written as an escape, which YAML reads in double quotes only.
  return stringify(visit(parse(text), false), { defaultStringType: 'QUOTE_DOUBLE' }).replaceAll(
    '\u00a0',
    '\\u00a0',
  );
}

const isTexts = (value: unknown) =>
  Array.isArray(value) && value.every((item) => typeof item === 'string');

function mdx(text: string): string {
  const spans: { from: number; to: number }[] = [];
  const visit = (node: MdastNode): void => {
    const from = node.position?.start.offset;
    const to = node.position?.end.offset;
    if (node.type === 'text' && from !== undefined && to !== undefined) spans.push({ from, to });
    if ('children' in node) for (const child of node.children) visit(child);
  };
  visit(mdxToMdast(text));
  let out = text;
  for (const { from, to } of spans.toSorted((a, b) => b.from - a.from))
    out = out.slice(0, from) + pseudo(out.slice(from, to)) + out.slice(to);
  return out
    .replace(
      /^(title|summary|contentNote): (.*)$/gm,
      (_, key: string, words: string) => `${key}: ${pseudo(words)}`,
    )
    .replace(
      /(caption|title|at)="([^"]*)"/g,
      (_, key: string, words: string) => `${key}="${pseudo(words)}"`,
    );
}

const svg = (text: string) =>
  text.replace(/>([^<]+)</g, (_, words: string) => `>${pseudo(words)}<`);
