import type { Chart } from '../lesson/chart.ts';
import type { Use } from '../course/law-index.ts';
import type { Course, Module } from '../course/course.ts';
import type { Citation } from '../course/source.ts';
import { address, entryAddress, moduleAddress } from './address.ts';

/** A page on which a source is cited. */
export interface CitingPage {
  readonly title: string;
  readonly href: string;
}

/**
 * Every citation of the course with its page, in the order of the course.
 * @param bodies MDX of the pages by their path below the language, such as `about`
 * @param charts gives a chart of a module by its name
 * @param words what the pages that have no title of their own are called
 */
export function citationsOf(
  course: Course,
  bodies: ReadonlyMap<string, { body: string; title: string }>,
  charts: (module: Pick<Module, 'id'>, name: string) => Chart,
  words: { check: string; glossary: string; words: string; library: string },
): Use<CitingPage>[] {
  const on = (page: CitingPage, citations: readonly Citation[]): Use<CitingPage>[] =>
    citations.map((citation) => ({ ...citation, page }));
  const citedIn = (body: string, module?: Module) => [
    ...cited(body),
    ...(module === undefined
      ? []
      : Array.from(body.matchAll(/<Chart\s+name="([^"]+)"/g), ([, name]) =>
          charts(module, String(name)),
        ).flatMap(({ sources }) => sources)),
  ];
  const onBody = (path: string, href: string, module?: Module) => {
    const page = bodies.get(path);
    return page === undefined ? [] : on({ title: page.title, href }, citedIn(page.body, module));
  };
  const inModules = course.modules.flatMap((module) => {
    const folder = `modules/${module.id}`;
    const check = {
      title: `${words.check}: ${module.short}`,
      href: moduleAddress(course, module, 'check'),
    };
    return [
      ...onBody(`${folder}/introduction`, moduleAddress(course, module), module),
      ...module.lessons.flatMap((lesson) => {
        const page = { title: lesson.title, href: `/${lesson.href}` };
        const body = bodies.get(`${folder}/lessons/${lesson.id}`)?.body ?? '';
        const asked = module.questions.filter(({ id }) => body.includes(`id="${id}"`));
        const shown = /<Principles\s*\/>/.test(body) ? course.principles : [];
        return on(page, [
          ...citedIn(body, module),
          ...asked.flatMap(({ sources }) => sources),
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
      ...onBody(`${folder}/summary`, moduleAddress(course, module, 'summary'), module),
      ...onBody(`${folder}/bench-card`, moduleAddress(course, module, 'bench-card'), module),
    ];
  });
  return [
    ...inModules,
    ...course.cards.flatMap(({ id, href }) => onBody(`cards/${id}`, `/${href}`)),
    ...course.countries.flatMap(({ id, href }) => onBody(`countries/${id}`, `/${href}`)),
    ...onBody('about', address(course, 'about')),
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

/** By id of the source the pages that cite it, each once, in the order of the citations. */
export function citingPages(uses: readonly Use<CitingPage>[]): Map<string, CitingPage[]> {
  const pages = new Map<string, CitingPage[]>();
  for (const { source, page } of uses) {
    const known = pages.get(source) ?? [];
    if (!known.some(({ href }) => href === page.href)) pages.set(source, [...known, page]);
  }
  return pages;
}

/** What an MDX body cites, in its text and in its quotations of law. */
const cited = (body: string): Citation[] =>
  Array.from(body.matchAll(/<(?:Cite|Law)\s[^>]*>/g), ([tag]) => {
    const of = (name: string) => new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];
    const at = of('at');
    return { source: of('source') ?? '', ...(at !== undefined && { at }) };
  });
