import { referenceFolders } from '../course/reference-page.ts';
import type { ComponentUse } from '../content/mdx/mdx-file.ts';
import type { Chart } from '../lesson/Chart/chart.ts';
import type { AttributeKind } from '../lesson/component.ts';
import { componentNamed } from '../lesson/vocabulary.ts';
import type { Use } from '../course/law-index.ts';
import type { Course, Module } from '../course/course.ts';
import type { Citation } from '../course/source.ts';
import { address, entryAddress, moduleAddress } from './address.ts';

/** A page that cites a source; `href` starts at the root of the site. */
export interface CitingPage {
  readonly title: string;
  readonly href: string;
}

/** A page with the components it uses. */
export interface ReadPage {
  readonly title: string;
  readonly uses: readonly ComponentUse[];
}

/**
 * Lists every citation of the course with its page, in course order.
 * @param pages the MDX pages, by their path below the language, such as `about`
 * @param charts returns a chart of a module by its name
 * @param words titles of the pages that have no title of their own
 */
export function citationsOf(
  course: Course,
  pages: ReadonlyMap<string, ReadPage>,
  charts: (module: Pick<Module, 'id'>, name: string) => Chart,
  words: { check: string; glossary: string; words: string; library: string },
): Use<CitingPage>[] {
  const on = (page: CitingPage, citations: readonly Citation[]): Use<CitingPage>[] =>
    citations.map((citation) => ({ ...citation, page }));
  const citedIn = (uses: readonly ComponentUse[], module?: Module): Citation[] => [
    ...cited(uses),
    ...(module === undefined
      ? []
      : named(uses, 'chart').flatMap((name) => charts(module, name).sources)),
  ];
  const onPage = (path: string, href: string, module?: Module) => {
    const page = pages.get(path);
    return page === undefined ? [] : on({ title: page.title, href }, citedIn(page.uses, module));
  };
  const inModules = course.modules.flatMap((module) => {
    const folder = `modules/${module.id}`;
    const check = {
      title: `${words.check}: ${module.short}`,
      href: moduleAddress(course, module, 'check'),
    };
    return [
      ...onPage(`${folder}/introduction`, moduleAddress(course, module), module),
      ...module.lessons.flatMap((lesson) => {
        const page = { title: lesson.title, href: `/${lesson.href}` };
        const uses = pages.get(`${folder}/lessons/${lesson.id}`)?.uses ?? [];
        const questions = new Set(named(uses, 'question'));
        const shownQuestions = module.questions.filter(({ id }) => questions.has(id));
        const shown = uses.some(({ name }) => name === 'Principles') ? course.principles : [];
        return on(page, [
          ...citedIn(uses, module),
          ...shownQuestions.flatMap(({ sources }) => sources),
          ...shown.map(({ source }) => source),
        ]);
      }),
      ...module.cases.flatMap(({ title, href, scenario }) =>
        on({ title, href: `/${href}` }, [
          ...scenario.debrief.sources,
          ...Object.values(scenario.scenes).flatMap((scene) =>
            'choices' in scene ? scene.choices.flatMap(({ sources }) => sources) : [],
          ),
        ]),
      ),
      ...module.questions
        .filter(({ use }) => use === 'bank')
        .flatMap(({ sources }) => on(check, sources)),
      ...onPage(`${folder}/summary`, moduleAddress(course, module, 'summary'), module),
      ...onPage(`${folder}/bench-card`, moduleAddress(course, module, 'bench-card'), module),
    ];
  });
  return [
    ...inModules,
    ...referenceFolders.flatMap((folder) =>
      course[folder].flatMap(({ id, href }) => onPage(`${folder}/${id}`, `/${href}`)),
    ),
    ...onPage('about', address(course, 'about')),
    ...course.glossary.flatMap(({ id, term, sources }) =>
      on(
        { title: `${words.glossary}: ${term}`, href: entryAddress(course, 'glossary', id) },
        sources,
      ),
    ),
    ...course.wordings.flatMap(({ sources }) =>
      on({ title: words.words, href: address(course, 'words') }, sources),
    ),
    ...course.library.flatMap(({ source }) =>
      source === undefined
        ? []
        : on({ title: words.library, href: address(course, 'library') }, [{ source }]),
    ),
  ];
}

/** The pages that cite each source, by source id, each page once, in citation order. */
export function citingPages(uses: readonly Use<CitingPage>[]): Map<string, CitingPage[]> {
  const pages = new Map<string, CitingPage[]>();
  for (const { source, page } of uses) {
    const citingPages = pages.get(source) ?? [];
    if (!citingPages.some(({ href }) => href === page.href))
      pages.set(source, [...citingPages, page]);
  }
  return pages;
}

/** Values of the attributes of a kind, in document order. */
const named = (uses: readonly ComponentUse[], kind: AttributeKind): string[] =>
  uses.flatMap(({ name, attributes }) =>
    Object.entries(componentNamed(name)?.attributes ?? {})
      .filter(([, attribute]) => attribute.kind === kind)
      .flatMap(([attribute]) => attributes[attribute] ?? []),
  );

/** Citations by the components of a page, in its text and its quotations of law. */
const cited = (uses: readonly ComponentUse[]): Citation[] =>
  uses.flatMap((use) =>
    named([use], 'source').map((source) => {
      const { at } = use.attributes;
      return { source, ...(at !== undefined && { at }) };
    }),
  );
