import { completionRule } from '../../src/course/completion.ts';
import { translator } from '../../src/course/interface.ts';
import type { Course } from '../../src/course/course.ts';
import {
  attribute,
  elements,
  readPage,
  setAttribute,
  setText,
  textOf,
  writePage,
  type Element,
} from '../../src/html/html.ts';

type Ruled = Pick<Course, 'completion' | 'interface' | 'language' | 'masteryScore'>;

/** Completion rule as a sentence for learners. */
export function completionSentence(course: Ruled): string {
  const { lessons, cases } = course.completion;
  const t = translator(course.language, course.interface);
  const percent = percentOf(course);
  if (lessons === 'none' && cases === 'none') return t('track.completeWhenFinal', { percent });
  return lessons === 'all' && cases === 'all'
    ? t('track.completeWhenEverything', { percent })
    : t('track.completeWhen', { percent });
}

/**
 * Writes the completion rule and the pass mark of a package into a page. The build marks the words that name the pass
 * mark with `data-percent`, and the sentence on completion with `data-complete-when`; elements that apply them have
 * `data-mastery` and `data-rule`.
 */
export function withStatedRule(text: string, course: Ruled): string {
  const page = readPage(text);
  const percent = percentOf(course);
  const all = [...elements(page)];
  const was = all.map((element) => attribute(element, 'data-percent')).find(Boolean);
  for (const element of all) {
    const content = attribute(element, 'content');
    if (element.tagName === 'meta' && content !== undefined && was !== undefined)
      setAttribute(element, 'content', content.replaceAll(was, percent));
    if (attribute(element, 'data-mastery') !== undefined)
      setAttribute(element, 'data-mastery', String(course.masteryScore));
    if (attribute(element, 'data-rule')?.startsWith('{') === true)
      setAttribute(element, 'data-rule', JSON.stringify(completionRule(course)));
    state(element, course, percent);
  }
  return writePage(page);
}

function state(element: Element, course: Ruled, percent: string): void {
  const was = attribute(element, 'data-percent');
  if (was === undefined) return;
  const isSentence = attribute(element, 'data-complete-when') !== undefined;
  setText(
    element,
    isSentence ? completionSentence(course) : textOf(element).replaceAll(was, percent),
  );
  setAttribute(element, 'data-percent', percent);
}

const percentOf = ({ language, masteryScore }: Ruled) =>
  new Intl.NumberFormat(language, { style: 'percent' }).format(masteryScore);
