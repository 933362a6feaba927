import { byCount } from './decode.ts';
import { toDigits } from './numbers.ts';
import { anchorOf, form, type IndexFile, type Section } from './section.ts';
import { sectionsOf } from './sections.ts';
import { indexTerms } from './segments.ts';

/** Characters of a text that the results show, at most; cut between words. */
const excerptLength = 100;

/**
 * The index of one language's pages, as a script file: a page opened from a USB stick may load a
 * script but not fetch a file (P34).
 * @param pages HTML by path from the root of the site (`en/pre-arrest/who-decides.html`), in the
 * order of the course, which decides between equal results
 * @param language BCP 47 tag of these pages
 * @returns text of `assets/search-<language>.js`; the same pages give the same text
 */
export function searchIndex(pages: ReadonlyMap<string, string>, language: string): string {
  const sections = [...pages].flatMap(([path, html]) => sectionsOf(path, html));
  return `atiSearch=${JSON.stringify(encode(sections, language))}\n`;
}

/**
 * Packs sections for the way to the browser (P44). What the browser can work out stays at home:
 * titles, headings and excerpts are sent once, to be shown, and indexed on arrival; lists of terms
 * hold only the text after the excerpt, and an anchor is sent only where its heading does not give it.
 */
export function encode(sections: readonly Section[], language: string): IndexFile {
  const pages = new Map<string, { title: string; count: number }>();
  const lists = new Map<string, { section: number; often: number }[]>();
  const rows = sections.map(({ href, title, heading, text }, section) => {
    const [path = '', id = ''] = href.split('#');
    const page = pages.get(path) ?? { title: oneLine(title), count: 0 };
    pages.set(path, { ...page, count: page.count + 1 });
    const [excerpt, rest] = split(oneLine(text));
    for (const [term, often] of frequencies(indexTerms(rest, language))) {
      const list = lists.get(term) ?? [];
      list.push({ section, often });
      lists.set(term, list);
    }
    const name = oneLine(heading);
    return [name, id === anchorOf(name) ? '' : id, excerpt].join('\t');
  });

  const terms = [...lists.keys()].sort();
  const counts = terms.map((term) => (lists.get(term)?.length ?? 0) - 1);
  const entries = byCount(terms, counts).map(([term]) => lists.get(term) ?? []);
  return {
    v: form,
    language,
    pages: [...pages].map(([path, { title, count }]) => [path, title, count].join('\t')).join('\n'),
    sections: rows.join('\n'),
    terms: folded(terms),
    counts: toDigits(counts),
    gaps: toDigits(
      entries.flatMap((list) =>
        list.map(({ section }, i) => section - (list[i - 1]?.section ?? 0)),
      ),
    ),
    often: toDigits(entries.flat().map(({ often }) => often - 1)),
  };
}

const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim();

/** Cuts a text after the words that fit into an excerpt. */
function split(text: string): [excerpt: string, rest: string] {
  // The few words of a remainder cost less as text than as lists.
  if (text.length <= excerptLength * 1.2) return [text, ''];
  const space = text.lastIndexOf(' ', excerptLength);
  // A script without spaces is cut anywhere; the pair of characters across the cut is lost.
  const end = space > 0 ? space : excerptLength;
  return [`${text.slice(0, end)}…`, text.slice(end)];
}

function frequencies(terms: readonly string[]) {
  const found = new Map<string, number>();
  for (const term of terms) found.set(term, (found.get(term) ?? 0) + 1);
  return found;
}

/** Front-codes sorted terms: a capital for the characters shared with the term before, then the rest. */
function folded(terms: readonly string[]): string {
  return terms
    .map((term, i) => {
      const before = terms[i - 1] ?? '';
      let shared = 0;
      while (shared < 25 && shared < before.length && before[shared] === term[shared]) shared += 1;
      return String.fromCharCode(65 + shared) + term.slice(shared);
    })
    .join('');
}
