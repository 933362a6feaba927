import { mdxToMdast, type MdastNode } from 'satteri';
import { parse as parseYaml } from 'yaml';
import type { Fault } from '../course/fault.ts';
import { shapeSlips } from './component-shape.ts';

/** A component as an author used it. */
export interface ComponentUse {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly line: number;
}

/** What the checks and the outline need to know of an MDX file. */
export interface MdxFile {
  readonly frontmatter: unknown;
  readonly uses: readonly ComponentUse[];
  /** Words of running text, without front matter and components' attributes. */
  readonly words: number;
}

/** The vocabulary of `docs/authoring.md`: component, and the attributes it takes (`?` optional). */
export const vocabulary: Readonly<Record<string, readonly string[]>> = {
  Cite: ['source', 'at?'],
  Claim: [],
  Term: ['id'],
  Key: [],
  Caution: [],
  Example: ['title'],
  Decides: ['role'],
  Steps: [],
  Checklist: [],
  Timeline: [],
  DecisionTree: ['caption'],
  Compare: ['caption'],
  Law: ['source', 'at?'],
  Reflect: [],
  Principles: [],
  Figure: ['name', 'caption'],
  Chart: ['name'],
  Check: ['id'],
  BenchCard: ['module?'],
};

/**
 * Reads an MDX file by the subset that authors write: Markdown and the vocabulary, no code (P49).
 * @param source text of the file
 * @param file path below `content/`, for the faults
 */
export function readMdx(source: string, file: string): { mdx: MdxFile; faults: Fault[] } {
  const faults: Fault[] = [];
  const uses: ComponentUse[] = [];
  let frontmatter: unknown;
  let words = 0;
  const fault = (line: number, found: string, remedy: string) =>
    faults.push({ file, field: `line ${line}`, found, remedy });

  let root: MdastNode;
  try {
    root = mdxToMdast(source);
  } catch (error) {
    const { line, found, remedy } = syntaxFault(error, source);
    fault(line, found, remedy);
    return { mdx: { frontmatter: frontmatterOf(source), uses, words }, faults };
  }

  const visit = (node: MdastNode): void => {
    const line = node.position?.start.line ?? 1;
    switch (node.type) {
      case 'yaml':
        try {
          frontmatter = parseYaml(node.value);
        } catch (error) {
          fault(line, `The front matter cannot be read: ${message(error)}.`, 'Mend it as YAML.');
        }
        return;
      case 'text':
        words += node.value.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
        return;
      case 'heading':
        if (node.depth === 1)
          fault(
            line,
            'A heading of the first level.',
            'Start headings at "##"; the title is in the front matter.',
          );
        break;
      case 'mdxTextExpression':
      case 'mdxFlowExpression':
        fault(
          line,
          `"{${node.value}}" is read as code.`,
          'Write "&#123;" for "{" and "&#125;" for "}".',
        );
        return;
      case 'mdxjsEsm':
        fault(
          line,
          `"${node.value.split('\n')[0]}" is read as code.`,
          'Lessons import nothing; begin the paragraph with another word.',
        );
        return;
      case 'html':
        fault(line, `"${node.value}" is HTML.`, 'Write it in Markdown or with the vocabulary.');
        return;
      case 'mdxJsxFlowElement':
      case 'mdxJsxTextElement': {
        const name = node.name ?? '';
        const known = vocabulary[name];
        if (known === undefined) {
          fault(
            line,
            `"<${name}>" is not part of the vocabulary.`,
            name === name.toLowerCase()
              ? `Write "&lt;" for "<", or use Markdown.`
              : 'docs/authoring.md lists the components.',
          );
          break;
        }
        const attributes: Record<string, string> = {};
        for (const attribute of node.attributes) {
          if (attribute.type === 'mdxJsxAttribute' && typeof attribute.value === 'string')
            attributes[attribute.name] = attribute.value;
          else
            fault(
              line,
              `An attribute of <${name}> is read as code.`,
              'Write attributes as name="text".',
            );
        }
        for (const wanted of known.filter((attribute) => !attribute.endsWith('?')))
          if (attributes[wanted] === undefined)
            fault(line, `<${name}> has no "${wanted}".`, `Write <${name} ${wanted}="...">.`);
        for (const given of Object.keys(attributes))
          if (!known.includes(given) && !known.includes(`${given}?`))
            fault(
              line,
              `<${name}> takes no "${given}".`,
              known.length ? `It takes: ${known.join(', ')}.` : 'It takes no attributes.',
            );
        uses.push({ name, attributes, line });
        for (const slip of shapeSlips(node)) fault(slip.line, slip.found, slip.remedy);
      }
    }
    if ('children' in node) for (const child of node.children) visit(child);
  };
  visit(root);
  return { mdx: { frontmatter, uses, words }, faults };
}

const message = (error: unknown) =>
  error instanceof Error ? error.message.split('\n')[0] : String(error);

/** The front matter of a file whose body cannot be read, so that its own faults are told too. */
function frontmatterOf(source: string): unknown {
  const block = /^---\n(.*?)\n---/s.exec(source)?.[1];
  try {
    return block === undefined ? undefined : parseYaml(block);
  } catch {
    return undefined;
  }
}

/** What the compiler says of a slip, in an author's words. */
function syntaxFault(error: unknown, source: string) {
  const text = message(error) ?? '';
  const [, lineText, columnText] = /^(\d+):(\d+):/.exec(text) ?? [];
  const line = Number(lineText ?? 1);
  const found = source.split('\n')[line - 1]?.slice(Math.max(0, Number(columnText ?? 1) - 1)) ?? '';
  const excerpt = `"${found.slice(0, 30).trim()}"`;
  const unclosed = /closing tag for `<(\w+)/.exec(text)?.[1];
  if (unclosed !== undefined)
    return vocabulary[unclosed]
      ? {
          line,
          found: `<${unclosed}> is opened and not closed.`,
          remedy: `Write </${unclosed}> after it, or <${unclosed} ... /> when nothing stands in it.`,
        }
      : { line, found: `${excerpt} is read as code.`, remedy: 'Write "&lt;" for "<".' };
  if (found.startsWith('<!--'))
    return {
      line,
      found: `${excerpt} is a comment.`,
      remedy: 'Remove it; lessons have no comments.',
    };
  if (found.startsWith('<http'))
    return {
      line,
      found: `${excerpt} is read as code.`,
      remedy: 'Write the link as [words](address).',
    };
  if (found.startsWith('<'))
    return { line, found: `${excerpt} is read as code.`, remedy: 'Write "&lt;" for "<".' };
  if (found.includes('{') || /expression|acorn|oxc|brace/i.test(text))
    return {
      line,
      found: `${excerpt} is read as code.`,
      remedy: 'Write "&#123;" for "{" and "&#125;" for "}".',
    };
  return {
    line,
    found: `${excerpt} cannot be read: ${text.replace(/^[\d:]+\s*/, '')}.`,
    remedy: 'Mend the markup on this line.',
  };
}
