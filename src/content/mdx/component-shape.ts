import type { MdastNode } from 'satteri';
import { wordsBelow } from './passage.ts';

/** What is wrong with the content of a component, and on which line. */
export interface Slip {
  readonly line: number;
  readonly message: string;
  readonly suggestion: string;
}

type Component = Extract<MdastNode, { type: 'mdxJsxFlowElement' | 'mdxJsxTextElement' }>;
type List = Extract<MdastNode, { type: 'list' }>;

/**
 * Components that draw a list or a table, checked for the shape that they draw: another one would
 * be shown, but not as what it is.
 */
export function shapeSlips(component: Component): Slip[] {
  const { name, children } = component;
  const slip = (message: string, suggestion: string, node: MdastNode = component): Slip => ({
    line: node.position?.start.line ?? 1,
    message: `<${name}> ${message}`,
    suggestion,
  });
  const [first] = children;
  const only = children.length === 1 ? first : undefined;
  switch (name) {
    case 'Steps':
      return only?.type === 'list' && only.ordered
        ? []
        : [slip('holds something else than one numbered list.', 'Write "1. First step" in it.')];
    case 'Checklist':
      return only?.type === 'list' && !only.ordered
        ? []
        : [slip('holds something else than one list.', 'Write "- First item" in it.')];
    case 'Compare':
      return only?.type === 'table'
        ? []
        : [slip('holds something else than one table.', 'Write a Markdown table in it.')];
    case 'Timeline':
      return only?.type === 'list' && only.ordered
        ? timelineSlips(only, slip)
        : [slip('holds something else than one numbered list.', 'Write "1. **1961** Text" in it.')];
    case 'DecisionTree': {
      const [question, list] = children;
      return question?.type === 'paragraph' && list?.type === 'list' && children.length === 2
        ? treeSlips(list, slip)
        : [
            slip(
              'holds something else than a question and the list of its answers.',
              'Write the question, an empty line, and "- **Yes:** what follows" for each answer.',
            ),
          ];
    }
    default:
      return [];
  }
}

type Tell = (message: string, suggestion: string, node?: MdastNode) => Slip;

/** Each event has its date in bold, and they stand in the order of the years that are named. */
function timelineSlips(list: List, slip: Tell): Slip[] {
  let latest = 0;
  return list.children.flatMap((item) => {
    const date = boldStart(item);
    if (date === undefined)
      return [slip('has an event without its date in bold.', 'Write "1. **1961** Text".', item)];
    const year = Number(/\d{4}/.exec(date)?.[0] ?? latest);
    const isLater = year >= latest;
    latest = Math.max(latest, year);
    return isLater
      ? []
      : [slip(`has ${date} after ${latest}.`, 'Put the events in the order of time.', item)];
  });
}

/** Each answer stands in bold, and what is asked has two answers or more. */
function treeSlips(list: List, slip: Tell): Slip[] {
  const few =
    list.children.length < 2
      ? [slip('asks a question that has one answer.', 'Write a list item for each answer.', list)]
      : [];
  const answers = list.children.flatMap((item) => {
    const below = 'children' in item ? item.children.filter(isList) : [];
    return [
      ...(boldStart(item) === undefined
        ? [
            slip(
              'has a branch that does not begin with its answer in bold.',
              'Write "- **Yes:** what follows".',
              item,
            ),
          ]
        : []),
      ...below.flatMap((inner) => treeSlips(inner, slip)),
    ];
  });
  return [...few, ...answers];
}

const isList = (node: MdastNode): node is List => node.type === 'list';

/** The bold words with which a list item begins. */
function boldStart(item: MdastNode): string | undefined {
  const paragraph = 'children' in item ? item.children[0] : undefined;
  const start = paragraph && 'children' in paragraph ? paragraph.children[0] : undefined;
  return start?.type === 'strong' ? wordsBelow(start) : undefined;
}
