import type { MdastNode } from 'satteri';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { roles } from '../../course/role.ts';
import { shapeSlips } from './component-shape.ts';
import { mdxTree } from './mdx-tree.ts';
import { nearestName, oneOf } from '../diagnostics/nearest-name.ts';
import { vocabulary } from './vocabulary.ts';

/** A component as an author used it. */
export interface ComponentUse {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly line: number;
}

/** What the checks and the outline need to know of an MDX file. */
export interface MdxFile {
  readonly uses: readonly ComponentUse[];
  /** Words of running text, without front matter and components' attributes. */
  readonly words: number;
  /** Whether the body could be read at all; where not, what it names is not known. */
  readonly isRead: boolean;
}

/**
 * Reads an MDX file by the subset that authors write: Markdown and the vocabulary, no code (P49).
 * @param source text of the file
 * @param file path below `content/`, for the faults
 */
export function readMdx(source: string, file: string): { mdx: MdxFile; faults: Diagnostic[] } {
  const faults: Diagnostic[] = [];
  const uses: ComponentUse[] = [];
  let words = 0;
  const fault = (line: number, message: string, suggestion: string) =>
    faults.push({ file, field: `line ${line}`, message, suggestion });

  const { root, slips } = mdxTree(source);
  for (const { line, message, suggestion } of slips) fault(line, message, suggestion);
  if (root === undefined) return { mdx: { uses, words, isRead: false }, faults };

  let depth = 1;
  const visit = (node: MdastNode): void => {
    const line = node.position?.start.line ?? 1;
    switch (node.type) {
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
        else if (node.depth > depth + 1)
          fault(
            line,
            `A heading of "${'#'.repeat(node.depth)}" below one of "${'#'.repeat(depth)}".`,
            `Write "${'#'.repeat(depth + 1)}".`,
          );
        depth = node.depth;
        break;
      case 'image':
        fault(
          line,
          `The picture "${node.url}" cannot be shown.`,
          'Save a drawing in figures/ and write <Figure name="..." caption="...">.',
        );
        return;
      case 'link':
        if (!/^(?:https?:\/\/[^/]|mailto:.|#.|[\w./-]+\.html(?:#|$))/.test(node.url))
          fault(
            line,
            `The link leads to "${node.url}".`,
            'Write an address that starts with https://, or that of a page, such as ../countries/kenya.html.',
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
          fault(line, `"<${name}>" is not part of the vocabulary.`, unknownTag(name));
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
              known.length
                ? `It takes: ${known.map((one) => one.replace(/(.*)\?$/, '$1 (if needed)')).join(', ')}.`
                : 'It takes no attributes.',
            );
        for (const [given, value] of Object.entries(attributes))
          if (value.trim() === '')
            fault(line, `<${name}> has an empty "${given}".`, 'Write what it is, or leave it out.');
        if (name === 'Decides' && attributes['role'] && !isRole(attributes['role']))
          fault(
            line,
            `No role is called "${attributes['role']}".`,
            oneOf(attributes['role'], roles, ''),
          );
        uses.push({ name, attributes, line });
        for (const slip of shapeSlips(node)) fault(slip.line, slip.message, slip.suggestion);
      }
    }
    if ('children' in node) for (const child of node.children) visit(child);
  };
  visit(root);
  return { mdx: { uses, words, isRead: true }, faults };
}

const isRole = (name: string) => roles.some((role) => role === name);

function unknownTag(name: string): string {
  const near = nearestName(name, Object.keys(vocabulary));
  if (near !== undefined) return `Did you mean <${near}>?`;
  return name === name.toLowerCase()
    ? 'Write "&lt;" for "<", or use Markdown.'
    : 'docs/authoring.md lists the components.';
}
