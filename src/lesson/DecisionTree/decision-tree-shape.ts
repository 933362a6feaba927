import type { ComponentNode, ReportShape } from '../component.ts';
import { boldStart, isList, type List } from '../shapes.ts';

/** A question and the list of its answers, each in bold, two or more; below an answer the same again. */
export function decisionTreeShape({ children }: ComponentNode, report: ReportShape): void {
  const [question, list] = children;
  if (question?.type === 'paragraph' && isList(list) && children.length === 2)
    branches(list, report);
  else
    report(
      'must hold a question and the list of its answers, and nothing else.',
      'Write the question, an empty line, and "- **Yes:** what follows" for each answer.',
    );
}

function branches(list: List, report: ReportShape): void {
  if (list.children.length < 2)
    report('asks a question that has one answer.', 'Write a list item for each answer.', list);
  for (const item of list.children) {
    if (boldStart(item) === undefined)
      report(
        'has a branch that does not begin with its answer in bold.',
        'Write "- **Yes:** what follows".',
        item,
      );
    if ('children' in item)
      for (const child of item.children) if (isList(child)) branches(child, report);
  }
}
