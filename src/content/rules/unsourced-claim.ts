import type { MdastNode } from 'satteri';
import { cover } from '../../course/place.ts';
import { componentNamed } from '../../lesson/vocabulary.ts';
import type { Report } from '../diagnostics/diagnostic.ts';
import type { SourceFile } from '../files/source-file.ts';
import { attributesOf } from '../mdx/mdx-file.ts';
import { wordsBelow } from '../../lesson/words-below.ts';
import { inFiles } from './in-files.ts';
import type { Rule } from './rule.ts';

/** Whether a page states facts that need a source. The page about the course describes only the course itself. */
const isClaiming = (path: string) => path.endsWith('.mdx') && !/^[^/]+\/about\.mdx$/.test(path);

/**
 * Paragraphs with a figure, a year, an article or a rule but without a citation, and passages that are marked as a
 * claim but have no citation.
 *
 * A list item is checked by itself, a table as a whole. A citation elsewhere is sufficient in these cases:
 *
 * - a figure or a table: in the adjacent paragraph;
 * - a paragraph that introduces a quotation: in the quotation, which names its source;
 * - an article or rule: a citation of the same place anywhere on the page;
 * - a bench card, which is one sheet: in the line of sources at its foot.
 *
 * The following count as no claim: worked examples, reflections and headings; clock times, durations, ages and numbers
 * under ten in words, which are usual in instructions; text in quotation marks; numbers that the text calls made up;
 * the few people of an opening scene; and the articles that an introduction names as its contents.
 */
export const unsourcedClaim: Rule = {
  id: 'unsourced-claim',
  languages: ['en'],
  check: inFiles(isClaiming, checkClaims),
};

function checkClaims({ path: file, text = '', yaml, mdx }: SourceFile, report: Report): void {
  const { root } = mdx;
  // Unclosed front matter would be parsed as text.
  if (root === undefined || (text.startsWith('---') && yaml === undefined)) return;
  const blocks = blocksOf(root);
  checkMarkedClaims(root, file, report);
  const sheet = /(?:^|\/)(?:bench-card\.mdx|cards\/)/.test(file);
  if (sheet && blocks.some(({ cites, foot }) => foot && cites.length > 0)) return;
  const contents = /(?:^|\/)introduction\.mdx$/.test(file);
  const places = blocks.flatMap(({ cites }) => cites.map(placesIn));
  blocks.forEach((block, index) => {
    if (block.exempt || block.cites.length > 0 || madeUp.test(block.text)) return;
    const near = (offset: number) => (blocks[index + offset]?.cites.length ?? 0) > 0;
    if (block.drawn && (near(-1) || near(1))) return;
    // A paragraph that ends in a colon introduces a quotation, which names its source.
    if (/:\s*$/.test(block.text) && near(1)) return;
    const claim = claimsIn(block.text).find(({ place, words }) =>
      place === undefined
        ? !(block.opening && isCrowd(words))
        : !contents && !places.some((cited) => cited(place)),
    );
    if (claim === undefined) return;
    report({
      file,
      line: block.line + claim.lines,
      message: `"${claim.words}" has no source beside it.`,
      suggestion:
        'Write <Cite source="..." /> in the paragraph, or put the figure into an Example.',
    });
  });
}

/** Reports passages that are marked as a claim and have no citation inside or directly after them. */
function checkMarkedClaims(node: MdastNode, file: string, report: Report): void {
  if (!('children' in node)) return;
  node.children.forEach((child, index) => {
    checkMarkedClaims(child, file, report);
    if (componentName(child) !== 'Claim' || citesBelow(child).length > 0) return;
    const next = node.children
      .slice(index + 1)
      .find((other) => other.type !== 'text' || /[^\s.,;:!?)"”]/.test(other.value));
    if (next && componentName(next) === 'Cite') return;
    const words = wordsBelow(child).trim().replace(/\s+/g, ' ');
    report({
      file,
      line: child.position?.start.line ?? 1,
      message: `The claim "${words.length > 40 ? `${words.slice(0, 37)}...` : words}" has no source.`,
      suggestion: 'Write <Cite source="..." /> in it or straight after it.',
    });
  });
}

const componentName = (node: MdastNode): string | null | undefined =>
  node.type === 'mdxJsxTextElement' || node.type === 'mdxJsxFlowElement' ? node.name : undefined;

interface Cited {
  readonly source: string;
  readonly at: string;
}

/** A paragraph, a list item, a table or a figure of a page. */
interface Block {
  readonly line: number;
  readonly text: string;
  /** Citations in it. */
  readonly cites: readonly Cited[];
  /** Whether blocks of its kind need no citation. */
  readonly exempt: boolean;
  /** Whether it is a table or a drawing, which a citation in the adjacent text covers. */
  readonly drawn: boolean;
  /** Whether it is before the first heading, where a lesson has its opening scene. */
  readonly opening: boolean;
  /** Whether it is the last paragraph of the page outside components. */
  readonly foot: boolean;
}

/** Text in quotation marks, which quotes a note, a form or a person and is no claim of the course. */
const quoted = /"[^"]*"|“[^”]*”/g;

function blocksOf(root: MdastNode): Block[] {
  const blocks: Block[] = [];
  let opening = true;
  const add = (node: MdastNode, exempt: boolean, drawn = false) =>
    blocks.push({
      line: node.position?.start.line ?? 1,
      text: wordsBelow(node),
      cites: citesBelow(node),
      exempt,
      drawn,
      opening,
      foot: false,
    });
  const walk = (node: MdastNode, exempt: boolean): void => {
    switch (node.type) {
      case 'yaml':
        return;
      case 'heading':
        opening = false;
        return;
      case 'paragraph':
        add(node, exempt);
        return;
      case 'table':
        add(node, exempt, true);
        return;
      case 'mdxJsxFlowElement': {
        const content = componentNamed(node.name ?? '')?.content;
        if (content === 'figure' || content === 'quotation')
          add(node, exempt, content === 'figure');
        else for (const child of node.children) walk(child, exempt || content === 'fiction');
        return;
      }
      default:
        if ('children' in node) for (const child of node.children) walk(child, exempt);
    }
  };
  walk(root, false);
  const last = blocks.at(-1);
  if (last !== undefined) blocks[blocks.length - 1] = { ...last, foot: true };
  return blocks;
}

function citesBelow(node: MdastNode): Cited[] {
  if (
    (node.type === 'mdxJsxTextElement' || node.type === 'mdxJsxFlowElement') &&
    componentNamed(node.name ?? '')?.attributes['source']?.kind === 'source'
  ) {
    const { source = '', at = '' } = attributesOf(node);
    // The source of a figure is optional.
    if (source !== '') return [{ source, at }];
  }
  return 'children' in node ? node.children.flatMap(citesBelow) : [];
}

/** Whether the words count the people of a scene, as in "a room of sixty people". */
const isCrowd = (words: string) =>
  /\b(?:people|men|women|children|girls|boys|patients)$/i.test(words) &&
  !/million|billion|thousand/i.test(words);

interface Claim {
  /** The words that need a source. */
  readonly words: string;
  /** Number of lines from the start of the block to the words. */
  readonly lines: number;
  /** The article or rule that the words name, such as `3(4)(d)` or `6.1`, or the year of a convention. */
  readonly place?: string;
}

const number = String.raw`\d[\d,.  ]*\d|\d`;
const counted =
  'people|persons|men|women|children|girls|boys|adults|patients|clinicians|participants|countries|states|studies|trials|reviews|evaluations|cases|deaths|prisoners|places|offences|times as|times more|times the|million|billion|thousand|dollars|euros|pounds|rand|years? (?:ago|before|later|of (?:prison|age))';
const small = 'one|two|three|four|five|six|seven|eight|nine|ten';
const large =
  'eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-\\w+)?|(?:a|one|two|three|four|five|six|seven|eight|nine|several) (?:hundred|thousand|million|billion)';

/** Patterns of claims, the most reliable first. */
const kinds: readonly { readonly pattern: RegExp; readonly place?: true }[] = [
  // Articles and rules.
  {
    pattern:
      /\b(?:[Aa]rt(?:icle|s|icles)?\.?|[Rr]ules?|[Pp]ara(?:graph|s|graphs)?\.?|[Ss]ections?|Tokyo|Bangkok|Beijing|Mandela) (\d+(?:\.\d+)?(?:\(\w+\))*)/g,
    place: true,
  },
  { pattern: /(?<![\d.])(\d+(?:\(\d+\))(?:\([a-z]\))?)/g, place: true },
  { pattern: /\((\d{1,2}\.\d{1,2})(?=[,;) ])/g, place: true },
  { pattern: /\b(?:resolution|Resolution|CND|ECOSOC) (\d+\/\d+)/g, place: true },
  { pattern: /\b(19(?:61|71|88))\b/g, place: true },
  // Documents by their year: "the handbook of 2019".
  {
    pattern:
      /\b(?:handbook|principles|resolution|convention|declaration|rules|position|guidelines|standards|paper|outcome document) of ((?:19|20)\d\d)\b/gi,
    place: true,
  },
  // Shares.
  { pattern: /\d(?:[\d.,]*\d)?\s?(?:%|per cent\b|percent\b)|\b\w+ per cent\b/g },
  {
    pattern: new RegExp(
      `\\b(?!one of )(?:${small}|\\d+) (?:in|out of|of) (?:${small}|${large}|a hundred|\\d+)\\b(?! (?:minutes|hours|days|weeks|months|years))`,
      'gi',
    ),
  },
  { pattern: /\b(?:one|two|three|four) (?:thirds?|quarters?|fifths?)\b(?! of an hour)/gi },
  // Years and dates.
  { pattern: /(?<![\d/.,-])(?:19|20)\d\d(?![\d/])\b/g },
  // Counts.
  {
    pattern: new RegExp(
      `(?<![\\d/.:(])(?:${number}|\\b(?:${large})) (?:[\\w-]+ ){0,2}?(?:${counted})\\b`,
      'gi',
    ),
  },
  // A number of studies is a claim even if it is below ten.
  {
    pattern: new RegExp(
      `\\b(?:${small.replace('one|', '')}) (?:[\\w-]+ ){0,2}?(?:studies|trials|reviews|evaluations)\\b`,
      'gi',
    ),
  },
  // Any other figure in digits: a size, a sum, a rate.
  {
    pattern:
      /(?<![\w/.:(-])\d[\d,]*\d(?:[.,]\d+)*(?![\d/:]|\s?(?:hours?|minutes?|seconds|days?|o'clock|am\b|pm\b)|\.\d)/g,
  },
];

function claimsIn(text: string): Claim[] {
  // Each match is blanked out, so that words count only for the first pattern that matches them.
  let left = text.replace(quoted, blank).replace(age, blank);
  return kinds.flatMap(({ pattern, place }) => {
    const found = [...left.matchAll(pattern)].map(({ 0: words, 1: named, index }) => ({
      words: words.replace(/\s+/g, ' ').trim(),
      lines: text.slice(0, index).split('\n').length - 1,
      ...(place && named !== undefined && { place: named }),
    }));
    left = left.replace(pattern, blank);
    return found;
  });
}

const blank = (words: string) => words.replace(/\S/g, ' ');

/** The age of a person in a small situation. */
const age =
  /\baged \d\d\b(?! (?:to|and)\b)|\b(?:man|woman|boy|girl|student|patient|mother|father|men|women|boys|girls) of \d\d\b|\b(?:is|was|under|over) \d\d(?=[,.;])|, \d\d,/g;

/** Words that mark numbers as invented for an explanation. */
const madeUp = /\b(?:made[- ]up|invented|imagined)\b/i;

/** Whether a citation covers a place: an article, a rule, a resolution, or a convention by its year. */
function placesIn({ source, at }: Cited): (place: string) => boolean {
  return (place) => {
    if (place.includes('/')) return source.endsWith(place.replace('/', '-'));
    if (/^(?:19|20)\d\d$/.test(place)) return source.includes(place);
    return cover(at, place) !== 'none';
  };
}
