import { referenceFolders } from '../course/reference-page.ts';
import type { ParsedContent } from './parsed-content.ts';

/** Anchors of a page; undefined where its script or template makes them. */
export type Anchors = ReadonlySet<string> | undefined;

/** Pages that every course has, by the name of their route. */
const alwaysThere = [
  ...[
    'about',
    'administrators',
    'booster',
    'cards',
    'certificate',
    'changes',
    'countries',
    'glossary',
    'handbook',
    'index',
    'index-of-law',
  ],
  ...[
    'workshop/cards',
    'workshop/index',
    'documents',
    'library',
    'move',
    'notes',
    'offline',
    'record',
    'search',
    'sources',
    'statistics',
    'words',
  ],
] as const;

/** Pages that a course has beside an assessment or an evaluation. */
const withAssessment = ['final', 'pre-test', 'signed-certificates'] as const;
const withWorkshop = [
  'agenda',
  'attendance',
  'entry',
  'facilitation',
  'plan',
  'readiness',
] as const;
const withEvaluation = ['evaluation', 'follow-up'] as const;

/**
 * The pages that the site of a language will have, by their path below it without `.html`, with the
 * anchors that a link may name.
 */
export function sitePages(content: ParsedContent): Map<string, Anchors> {
  const { course, language, bodies, glossary, sources } = content;
  const pages = new Map<string, Anchors>(alwaysThere.map((name) => [name, undefined]));
  if (course.assessment) for (const name of withAssessment) pages.set(name, undefined);
  if (Object.keys(content.lawQuestions).length > 0) pages.set('law-at-home', undefined);
  if (course.tracks.length > 0) pages.set('ten-minutes', undefined);
  if (content.workshop) {
    for (const name of withWorkshop) pages.set(`workshop/${name}`, undefined);
    for (const [id, { form }] of Object.entries(content.workshop.exercises))
      for (const folder of form ? ['exercises', 'forms'] : ['exercises'])
        pages.set(`workshop/${folder}/${id}`, undefined);
    if (content.workshop.vignette) pages.set('workshop/noise', undefined);
    for (const { id } of content.workshop.feedback)
      for (const folder of ['sets', 'answers']) pages.set(`workshop/${folder}/${id}`, undefined);
    for (const { id } of content.workshop.agendas) pages.set(`workshop/guides/${id}`, undefined);
  }
  if (course.evaluation) for (const name of withEvaluation) pages.set(name, undefined);
  pages.set('glossary', new Set(glossary.map(({ id }) => id)));
  pages.set('sources', new Set(sources.map(({ id }) => id)));
  for (const { id, lessons, cases, check } of course.modules) {
    for (const name of ['introduction', 'summary', 'bench-card', ...lessons.map((one) => one.id)])
      pages.set(`${id}/${name}`, undefined);
    if (content.workshop) pages.set(`workshop/slides/${id}`, undefined);
    for (const name of cases)
      for (const folder of ['cases', 'workshop/room', 'workshop/booklets', 'workshop/keys'])
        pages.set(`${folder}/${name}`, undefined);
    if (check) for (const name of ['check', 'questions']) pages.set(`${id}/${name}`, undefined);
  }
  for (const folder of referenceFolders)
    for (const id of course[folder]) pages.set(`${folder}/${id}`, undefined);
  for (const [file, { headings }] of bodies) {
    const page = pageOf(file, language);
    if (page !== undefined && pages.has(page)) pages.set(page, new Set(['main', ...headings]));
  }
  return pages;
}

/** The page that an MDX file makes, as in `sitePages`; undefined for the page of examples. */
export function pageOf(file: string, language: string): string | undefined {
  const path = file.slice(language.length + 1).replace(/\.mdx$/, '');
  if (path === 'examples') return undefined;
  return path.replace(/^modules\//, '').replace('/lessons/', '/');
}
