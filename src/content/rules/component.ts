import type { MdastNode } from 'satteri';
import { nearestName, oneOf } from '../diagnostics/nearest-name.ts';
import type { Report } from '../diagnostics/diagnostic.ts';
import type { SourceFile } from '../files/source-file.ts';
import { attributesOf } from '../mdx/mdx-file.ts';
import { roles } from '../../course/role.ts';
import type { ComponentDefinition, ComponentNode } from '../../lesson/component.ts';
import { componentNamed, vocabulary } from '../../lesson/vocabulary.ts';
import { inFiles } from './in-files.ts';
import type { Rule } from './rule.ts';

/** Unknown components, unknown or missing attributes, content of the wrong shape, and citations alone on their line. */
export const component: Rule = { id: 'component', check: inFiles(/\.mdx$/, checkComponents) };

function checkComponents({ path: file, mdx: { root } }: SourceFile, report: Report): void {
  const ids = new Set<string>();
  const visit = (node: MdastNode, before: readonly MdastNode[]): void => {
    if (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') {
      const line = node.position?.start.line ?? 1;
      const name = node.name ?? '';
      const definition = componentNamed(name);
      const tell = (message: string, suggestion: string) =>
        report({ file, line, message, suggestion });
      if (definition === undefined) tell(`There is no component "<${name}>".`, unknownTag(name));
      else {
        checkAttributes(node, definition, tell);
        checkIds(node, definition, ids, tell);
        checkPlace(node, before, definition, tell);
        definition.shape?.(node, (message, suggestion, at = node) =>
          report({
            file,
            line: at.position?.start.line ?? line,
            message: `<${name}> ${message}`,
            suggestion,
          }),
        );
      }
    }
    if ('children' in node)
      node.children.forEach((child, index) => visit(child, node.children.slice(0, index)));
  };
  if (root) visit(root, []);
}

/** A component of a sentence that became a paragraph of its own. After a claim it belongs to that. */
function checkPlace(
  node: ComponentNode,
  before: readonly MdastNode[],
  { name, isInline }: ComponentDefinition,
  tell: (message: string, suggestion: string) => void,
): void {
  if (!isInline || node.type !== 'mdxJsxFlowElement') return;
  const words = before.findLast((each) => !('name' in each) || each.name !== name);
  if (words !== undefined && 'name' in words && words.name === 'Claim') return;
  tell(
    `<${name}> stands alone, as a paragraph of its own.`,
    'Write it directly after the full stop of its sentence, without a line break.',
  );
}

function checkAttributes(
  node: ComponentNode,
  { name, attributes: definitions }: ComponentDefinition,
  tell: (message: string, suggestion: string) => void,
): void {
  const written = attributesOf(node);
  for (const attribute of node.attributes)
    if (attribute.type !== 'mdxJsxAttribute' || typeof attribute.value !== 'string')
      tell(`An attribute of <${name}> is read as code.`, 'Write attributes as name="text".');
  for (const [attributeName, { isOptional }] of Object.entries(definitions))
    if (!isOptional && written[attributeName] === undefined)
      tell(`<${name}> has no "${attributeName}".`, `Write <${name} ${attributeName}="...">.`);
  const names = Object.keys(definitions);
  for (const [attributeName, value] of Object.entries(written)) {
    const attribute = definitions[attributeName];
    if (attribute === undefined)
      tell(
        `<${name}> takes no "${attributeName}".`,
        names.length > 0
          ? `It takes: ${names.map((one) => (definitions[one]?.isOptional ? `${one} (optional)` : one)).join(', ')}.`
          : 'It takes no attributes.',
      );
    else if (value.trim() === '')
      tell(
        `<${name}> has an empty "${attributeName}".`,
        attribute.isOptional ? 'Write what it is, or leave it out.' : 'Write what it is.',
      );
    else if (attribute.kind === 'role' && !roles.some((role) => role === value))
      tell(
        `There is no role "${value}".`,
        oneOf(value, roles, `Write one of: ${roles.join(', ')}.`),
      );
  }
}

/** @param ids ids on the page so far, which must be unique because readers' notes are stored under them */
function checkIds(
  node: ComponentNode,
  { name, attributes: definitions }: ComponentDefinition,
  ids: Set<string>,
  tell: (message: string, suggestion: string) => void,
): void {
  for (const [attributeName, value] of Object.entries(attributesOf(node))) {
    if (definitions[attributeName]?.kind !== 'id') continue;
    if (ids.has(value))
      tell(
        `The page has a second <${name}> with ${attributeName}="${value}".`,
        'Choose another id.',
      );
    else if (!idPattern.test(value))
      tell(
        `<${name}> has ${attributeName}="${value}".`,
        'Write an id in lower-case letters, digits and hyphens.',
      );
    ids.add(value);
  }
}

const idPattern = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

function unknownTag(name: string): string {
  const near = nearestName(
    name,
    vocabulary.map((one) => one.name),
  );
  if (near !== undefined) return `Did you mean <${near}>?`;
  return name === name.toLowerCase()
    ? 'Write "&lt;" for "<", or use Markdown.'
    : 'docs/authoring.md lists the components.';
}
