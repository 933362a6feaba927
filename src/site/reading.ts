import { attributeValues, chartOf, drawingOf, pageContent } from '../content/page-content.ts';
import type { ComponentUse } from '../content/mdx/mdx-file.ts';
import { typesetText } from '../content/typography/typeset.ts';
import { translator, type Translate } from '../course/interface.ts';
import type { Course, Module } from '../course/course.ts';
import type { Chart } from '../lesson/Chart/chart.ts';
import type { DrawingElement } from '../lesson/Figure/drawing-element.ts';
import type { Source } from '../course/source.ts';

/** The page that is being made: its course, its language's words, and where in the course it is. */
export interface Reading {
  readonly course: Course;
  readonly module?: Module;
  /** An attribute that is shown, with the marks of print of the language. */
  readonly print: (words: string) => string;
  /** Title of a page made of MDX, by its path below the language. @throws where there is none */
  readonly titleOf: (path: string) => string;
  /** A drawing or a chart of the module by its name. @throws where there is none */
  readonly drawing: (name: string) => DrawingElement;
  readonly chart: (name: string) => Chart;
  readonly t: Translate;
  /** Ids of the practice questions of the page, in their order. */
  readonly practiceQuestions: readonly string[];
  /** Id of the page; what is kept on the device for it is kept under this id. */
  readonly page: string;
  /** Counts the places to write on the page, so that each keeps its own notes. */
  reflections: number;
}

/**
 * Begins a page.
 * @param uses the components of its MDX, when it has some
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

/** The source of a citation. @throws when the bibliography has none of that id */
export function cited(course: Course, id: string): Source {
  const source = course.sources.find((candidate) => candidate.id === id);
  if (source === undefined) throw new Error(`sources.yaml has no source "${id}"`);
  return source;
}
