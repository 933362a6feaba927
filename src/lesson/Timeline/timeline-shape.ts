import { wordsBelow } from '../words-below.ts';
import type { ComponentNode, ReportShape } from '../component.ts';
import { boldStart, isList, onlyChild } from '../shapes.ts';

/** One numbered list, each event with its date in bold, in the order of the years that are named. */
export function timelineShape(node: ComponentNode, report: ReportShape): void {
  const list = onlyChild(node);
  if (!isList(list) || !list.ordered) {
    report('must hold one numbered list and nothing else.', 'Write "1. **1961** Text" in it.');
    return;
  }
  let latest = 0;
  for (const item of list.children) {
    const bold = boldStart(item);
    if (bold === undefined) {
      report('has an event without its date in bold.', 'Write "1. **1961** Text".', item);
      continue;
    }
    const date = wordsBelow(bold);
    const year = Number(/\d{4}/.exec(date)?.[0] ?? latest);
    if (year < latest)
      report(`has ${date} after ${latest}.`, 'Put the events in the order of time.', item);
    latest = Math.max(latest, year);
  }
}
