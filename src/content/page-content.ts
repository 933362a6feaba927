import type { MdastNode } from 'satteri';
import type { Chart } from '../lesson/Chart/chart.ts';
import { drawingPath } from './content-paths.ts';
import type { DrawingElement } from '../lesson/Figure/drawing-element.ts';
import { contentRoot, filesOf, loadContent } from './loaded.ts';
import type { ComponentUse } from './mdx/mdx-file.ts';
import { typeset } from './typography/typeset.ts';
import type { PageFrontmatter } from '../course/content-schemas.ts';

/** Content that a page of the site takes from its MDX file besides the rendered body. */
export type PageContent = PageFrontmatter & {
  /** Components, in the order in which they stand. */
  readonly uses: readonly ComponentUse[];
  /** The tree of the file. */
  readonly root: MdastNode;
};

/**
 * The front matter and the components of a page.
 * @param id path below the language, without `.mdx`, such as `modules/pre-arrest/summary`
 * @throws where the course has no such page
 */
export function pageContent(language: string, id: string): PageContent {
  const { content } = loadContent(language);
  const path = `${language}/${id}.mdx`;
  const lesson = /\/lessons\/([^/]+)$/.exec(id)?.[1];
  const read = lesson === undefined ? content.pages.get(path) : content.lessons.get(lesson);
  const { uses, root } = content.bodies.get(path) ?? {};
  if (read === undefined || uses === undefined || root === undefined)
    throw new Error(`the course has no page ${path}`);
  return { ...typeset(read.frontmatter, language), uses, root };
}

/** Values of an attribute of a component in a page, each once, in the order in which they stand. */
export const attributeValues = (
  uses: readonly ComponentUse[],
  component: string,
  attribute: string,
): string[] => [
  ...new Set(
    uses.flatMap(({ name, attributes }) =>
      name === component ? (attributes[attribute] ?? []) : [],
    ),
  ),
];

/** The chart `module/name`. @throws where there is none */
export function chartOf(language: string, figure: string): Chart {
  const chart = loadContent(language).content.charts.get(figure);
  if (chart === undefined) throw new Error(`the course has no chart ${figure}`);
  return typeset(chart, language);
}

/** The elements of the drawing `module/name`. @throws where there is none */
export function drawingOf(language: string, figure: string): DrawingElement {
  const { root } = filesOf(contentRoot()).get(drawingPath(language, figure))?.drawing ?? {};
  if (root === undefined) throw new Error(`the course has no drawing ${figure}`);
  return root;
}
