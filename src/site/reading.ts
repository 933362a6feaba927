import { attributeValues, chartOf, drawingOf, pageContent } from '../content/page-content.ts';
import type { ComponentUse } from '../content/mdx/mdx-file.ts';
import { typesetText } from '../content/typography/typeset.ts';
import { translator, type Translate } from '../course/interface.ts';
import type { Course, Module } from '../course/course.ts';
import type { Chart } from '../lesson/Chart/chart.ts';
import type { DrawingElement } from '../lesson/Figure/drawing-element.ts';
import type { Source } from '../course/source.ts';

/** Context of the page being rendered: its course, its language's messages, and its place in the course. */
export interface Reading {
  readonly course: Course;
  readonly module?: Module;
  /** Typesets a visible attribute with the punctuation of the language. */
  readonly print: (words: string) => string;
  /** Title of an MDX page, by its path relative to the language. @throws if there is none */
  readonly titleOf: (path: string) => string;
  /** A drawing or chart of the module by its name. @throws if there is none */
  readonly drawing: (name: string) => DrawingElement;
  readonly chart: (name: string) => Chart;
  readonly t: Translate;
  /** Ids of the practice questions of the page, in their order. */
  readonly practiceQuestions: readonly string[];
  /** Id of the page, under which its data is stored on the device. */
  readonly page: string;
  /** Counts the note fields of the page, so that each has its own notes. */
  reflections: number;
}

/**
 * Starts the context of a page.
 * @param uses the components of its MDX, if any
 */
export function reading(
  course: Course,
  { module, uses = [], page }: { module?: Module; uses?: readonly ComponentUse[]; page: string },
): Reading {
  return {
    course,
    ...(module && { module }),
    print: (words) => typesetText(words, course.language),
    titleOf: (path) => pageContent(course.language, path).title,
    drawing: (name) => drawingOf(course.language, `${module?.id}/${name}`),
    chart: (name) => chartOf(course.language, `${module?.id}/${name}`),
    t: translator(course.language, course.interface),
    practiceQuestions: attributeValues(uses, 'Check', 'id'),
    page,
    reflections: 0,
  };
}

/** The source of a citation. @throws if the bibliography has no source with that id */
export function cited(course: Course, id: string): Source {
  const source = course.sources.find((candidate) => candidate.id === id);
  if (source === undefined)
    throw new Error(
      `sources.yaml has no source "${id}". Add it, or correct the id in the citation.`,
    );
  return source;
}
