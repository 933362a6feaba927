import type { Chart } from '../course/chart.ts';
import type { Course, Module } from '../course/outline.ts';
import { moduleAddress } from './address.ts';

/** A page on which a source is cited. */
export interface CitingPage {
  readonly title: string;
  readonly href: string;
}

/**
 * Where each source is cited.
 * @param bodies MDX of the pages by their path below the language, such as `about`
 * @param charts gives a chart of a module by its name
 * @param words what the pages that have no title of their own are called
 * @returns by id of the source the pages that cite it, in the order of the course
 */
export function citingPages(
  course: Course,
  bodies: ReadonlyMap<string, { body: string; title: string }>,
  charts: (module: Pick<Module, 'id'>, name: string) => Chart,
  words: { check: string; glossary: string },
): Map<string, CitingPage[]> {
  const pages = new Map<string, CitingPage[]>();
  const cite = (source: string, page: CitingPage) => {
    const known = pages.get(source) ?? [];
    if (!known.some(({ href }) => href === page.href)) pages.set(source, [...known, page]);
  };
  const citeBody = (path: string, href: string, module?: Module) => {
    const page = bodies.get(path);
    if (page === undefined) return;
    for (const [, source] of page.body.matchAll(/<(?:Cite|Law)\s[^>]*source="([^"]+)"/g))
      cite(String(source), { title: page.title, href });
    if (module === undefined) return;
    for (const [, name] of page.body.matchAll(/<Chart\s+name="([^"]+)"/g))
      for (const { source } of charts(module, String(name)).sources)
        cite(source, { title: page.title, href });
  };
  for (const module of course.modules) {
    const folder = `modules/${module.id}`;
    citeBody(`${folder}/introduction`, moduleAddress(course, module), module);
    for (const lesson of module.lessons) {
      const page = { title: lesson.title, href: `/${lesson.href}` };
      citeBody(`${folder}/lessons/${lesson.id}`, page.href, module);
      const asked = bodies.get(`${folder}/lessons/${lesson.id}`)?.body ?? '';
      for (const question of module.questions)
        if (asked.includes(`id="${question.id}"`))
          for (const { source } of question.sources) cite(source, page);
    }
    for (const { title, href, scenario } of module.cases) {
      const citations = [
        ...scenario.debrief.sources,
        ...Object.values(scenario.scenes).flatMap((scene) =>
          'choices' in scene ? scene.choices.flatMap((choice) => choice.sources) : [],
        ),
      ];
      for (const { source } of citations) cite(source, { title, href: `/${href}` });
    }
    const check = { title: words.check, href: moduleAddress(course, module, 'check') };
    for (const question of module.questions)
      if (question.use === 'bank') for (const { source } of question.sources) cite(source, check);
    citeBody(`${folder}/summary`, moduleAddress(course, module, 'summary'), module);
    citeBody(`${folder}/bench-card`, moduleAddress(course, module, 'bench-card'), module);
  }
  citeBody('about', `/${course.language}/about.html`);
  for (const { sources } of course.glossary)
    for (const { source } of sources)
      cite(source, { title: words.glossary, href: `/${course.language}/glossary.html` });
  return pages;
}
