import type { Scenario } from '../../cases/format.ts';
import type { Term } from '../../course/glossary.ts';
import type { Citation } from '../../course/source.ts';
import { unitOfPage } from '../../course/signature.ts';
import type { Chart } from '../../lesson/Chart/chart.ts';
import { componentNamed } from '../../lesson/vocabulary.ts';
import type { Question } from '../../questions/question.ts';
import { chartPath, drawingPath, ownerOf } from '../content-paths.ts';
import type { SourceFile } from '../files/source-file.ts';
import type { ComponentUse } from '../mdx/mdx-file.ts';
import type { ParsedContent } from '../parsed-content.ts';
import { editionOf } from './edition.ts';

/** Unit that is signed as one: a page, a case, a question or a term. */
export type ReviewUnit = {
  /** Id of the lesson, case or question; the path of another page; `glossary/<id>` for a term. */
  readonly id: string;
  /** Id of the module it belongs to; absent for pages beside the modules and for terms. */
  readonly module?: string | undefined;
  /** Path of the file below the content folder. */
  readonly file: string;
  readonly edition: string;
} & (
  | { readonly kind: 'page'; readonly title: string; readonly charts: readonly Chart[] }
  | { readonly kind: 'question'; readonly question: Question }
  | { readonly kind: 'case'; readonly scenario: Scenario }
  | { readonly kind: 'term'; readonly term: Term }
);

/** Every unit of a course, in the order of the course, modules first. */
export function reviewUnits(content: ParsedContent): ReviewUnit[] {
  const { course, language, questions, scenarios, glossary } = content;
  const filesByPath: FilesByPath = new Map(
    content.files.map((file, position) => [file.path, { file, position }]),
  );
  const inModules = course.modules.flatMap(({ id: module, lessons, cases }) => {
    const folder = `${language}/modules/${module}`;
    const file = `${folder}/questions.yaml`;
    return [
      ...pageUnit(content, filesByPath, `${folder}/introduction.mdx`, module),
      ...lessons.flatMap(({ id }) =>
        pageUnit(content, filesByPath, `${folder}/lessons/${id}.mdx`, module),
      ),
      ...pageUnit(content, filesByPath, `${folder}/summary.mdx`, module),
      ...pageUnit(content, filesByPath, `${folder}/bench-card.mdx`, module),
      ...cases.flatMap((id): ReviewUnit[] => {
        const scenario = scenarios.get(id);
        if (scenario === undefined) return [];
        const edition = editionOf(textsIn({ ...scenario, checked: undefined }));
        const place = `${language}/scenarios/${id}.yaml`;
        return [{ kind: 'case', id, module, file: place, edition, scenario }];
      }),
      ...(questions.get(module) ?? []).map((question): ReviewUnit => {
        const words = { ...question, objective: undefined, use: undefined };
        return {
          kind: 'question',
          id: question.id,
          module,
          file,
          edition: editionOf(textsIn(words)),
          question,
        };
      }),
    ];
  });
  const beside = [...content.pages.keys()].filter(
    (file) => ownerOf(file) === undefined && file !== `${language}/examples.mdx`,
  );
  const explained = new Set(
    [...content.bodies.values()]
      .flatMap(({ uses }) => uses)
      .flatMap(({ name, attributes }) => (name === 'Term' ? (attributes['id'] ?? []) : [])),
  );
  const terms = glossary
    .filter(({ id }) => explained.has(id))
    .map((term): ReviewUnit => {
      const edition = editionOf(textsIn(term));
      return {
        kind: 'term',
        id: `glossary/${term.id}`,
        file: `${language}/glossary.yaml`,
        edition,
        term,
      };
    });
  return [
    ...inModules,
    ...beside.flatMap((file) => pageUnit(content, filesByPath, file)),
    ...terms,
  ];
}

/** The files of the content, each with its position among them. */
type FilesByPath = ReadonlyMap<string, { readonly file: SourceFile; readonly position: number }>;

function pageUnit(
  content: ParsedContent,
  filesByPath: FilesByPath,
  file: string,
  module?: string,
): ReviewUnit[] {
  const source = filesByPath.get(file)?.file;
  const uses = content.bodies.get(file)?.uses;
  if (source === undefined || uses === undefined) return [];
  const page = file
    .slice(content.language.length + 1)
    .replace(/\.mdx$/, '')
    .replace(/^modules\//, '')
    .replace('/lessons/', '/');
  const names = (component: string) =>
    uses.flatMap(({ name, attributes }) =>
      name === component ? `${module}/${attributes['name'] ?? ''}` : [],
    );
  const charts = names('Chart').flatMap((name) => content.charts.get(name) ?? []);
  const figures = [
    ...names('Figure').map((name) => drawingPath(content.language, name)),
    ...names('Chart').map((name) => chartPath(content.language, name)),
  ];
  // In the order of the files, on which published editions rest.
  const drawn = [...new Set(figures)]
    .flatMap((path) => filesByPath.get(path) ?? [])
    .toSorted((a, b) => a.position - b.position);
  const principles = uses.some(({ name }) => name === 'Principles') ? content.principles : [];
  const title =
    content.pages.get(file)?.frontmatter.title ??
    content.lessons.get(page.split('/').at(-1) ?? '')?.frontmatter.title ??
    page;
  return [
    {
      kind: 'page',
      id: unitOfPage(page, module !== undefined),
      module,
      file,
      title,
      charts,
      edition: editionOf([
        ...shownIn(source),
        ...citationsIn(uses).map(({ source: id, at = '' }) => `${id} ${at}`),
        ...drawn.flatMap(({ file: figure }) => shownIn(figure)),
        ...textsIn(charts),
        ...textsIn(principles),
      ]),
    },
  ];
}

/** The words of a file that readers see. */
const shownIn = ({ passages }: SourceFile): string[] =>
  passages.flatMap(({ kind, text }) => (kind === 'name' ? [] : text));

/** The citations of a page in the order in which they stand. */
const citationsIn = (uses: readonly ComponentUse[]): Citation[] =>
  uses.flatMap(({ name, attributes }) =>
    Object.entries(componentNamed(name)?.attributes ?? {})
      .filter(([, { kind }]) => kind === 'source')
      .flatMap(([attribute]) => {
        const [source, at] = [attributes[attribute], attributes['at']];
        return source === undefined ? [] : [{ source, ...(at !== undefined && { at }) }];
      }),
  );

/**
 * Every text and number below a value, with the key that leads to it, in order. Omits `false`, which equals an
 * absent value.
 */
function textsIn(value: unknown, key = ''): string[] {
  if (Array.isArray(value)) return value.flatMap((each) => textsIn(each, key));
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).flatMap(([name, each]) => textsIn(each, name));
  return value === undefined || value === false
    ? []
    : [`${key}: ${typeof value === 'string' ? value : JSON.stringify(value)}`];
}
