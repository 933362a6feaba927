import { type ReferenceFolder } from '../course/reference-page.ts';
import { sameChecks } from '../course/assessment.ts';
import type { Release } from '../course/change.ts';
import { completionRule } from '../course/completion.ts';
import { fingerprint } from '../course/fingerprint.ts';
import { caseMinutes, checkMinutes, lessonMinutes } from '../course/minutes.ts';
import type { Course, Module, ReferencePage } from '../course/course.ts';
import { coreLessons, type Structure } from '../course/structure.ts';
import { trackMinutes, type Track } from '../course/track.ts';
import { contentStructure } from './content-structure.ts';
import { libraryDocuments } from './library-documents.ts';
import type { ParsedContent } from './parsed-content.ts';
import { signaturesByUnit } from './reviewing/signatures.ts';
import { usedEntries } from './used-entries.ts';

/** Content that breaks no rule as one `Course`. */
export function buildCourse(content: ParsedContent): Course {
  const { language, course, words, questions, lessons, scenarios } = content;
  const report = course.evaluation?.report === true;
  const evaluation = content.evaluation && { ...content.evaluation, report };
  const structure = contentStructure(content);
  const modules = course.modules.map((entry): Module => {
    const moduleWords = words.modules[entry.id];
    if (moduleWords === undefined)
      throw new Error(`${language}/course.yaml: no words for the module "${entry.id}"`);
    const bank = questions.get(entry.id) ?? [];
    const lessonList = entry.lessons.map(({ id, objectives }) => {
      const lesson = lessons.get(id);
      if (lesson === undefined) throw new Error(`no file for the lesson "${id}" of course.yaml`);
      const checks = lesson.mdx.uses.filter(({ name }) => name === 'Check').length;
      return {
        id,
        objectives,
        title: lesson.frontmatter.title,
        summary: lesson.frontmatter.summary,
        checked: lesson.frontmatter.checked,
        minutes: lessonMinutes(lesson.mdx.words, checks),
        slowMinutes: lessonMinutes(lesson.mdx.words, checks, 'secondLanguage'),
        href: `${language}/${entry.id}/${id}.html`,
      };
    });
    const cases = entry.cases.map((id) => {
      const scenario = scenarios.get(id);
      if (scenario === undefined) throw new Error(`no file for the case "${id}" of course.yaml`);
      return {
        id,
        title: scenario.title,
        summary: scenario.summary,
        ...(scenario.stage && { stage: scenario.stage }),
        roles: scenario.roles,
        minutes: caseMinutes(scenario),
        slowMinutes: caseMinutes(scenario, 'secondLanguage'),
        href: `${language}/cases/${id}.html`,
        scenario,
      };
    });
    const checking = entry.check ? checkMinutes(entry.check.draw) : 0;
    const sumOf = (minutes: 'minutes' | 'slowMinutes') =>
      [...lessonList, ...cases].reduce((sum, item) => sum + item[minutes], checking);
    return {
      id: entry.id,
      ...(entry.stage && { stage: entry.stage }),
      title: moduleWords.title,
      short: moduleWords.short,
      summary: moduleWords.summary,
      objectives: entry.objectives.map((id) => ({ id, text: moduleWords.objectives[id] ?? '' })),
      lessons: lessonList,
      cases,
      ...(entry.check && { check: entry.check }),
      questions: bank,
      minutes: sumOf('minutes'),
      slowMinutes: sumOf('slowMinutes'),
    };
  });
  return {
    id: course.id,
    version: course.version,
    date: course.date,
    language,
    languages: course.languages,
    title: words.title,
    summary: words.summary,
    masteryScore: course.masteryScore,
    completion: completionRule(course),
    tracks: tracksOf(content, modules),
    modules,
    ...usedEntries(content),
    cards: referencePages(content, 'cards'),
    countries: referencePages(content, 'countries'),
    documents: referencePages(content, 'documents'),
    library: libraryDocuments(content),
    wordings: content.wordings.map(({ id, group, avoid, reason, instead, sources }) => ({
      id,
      group,
      avoid,
      reason,
      instead,
      sources,
    })),
    principles: content.principles.filter(({ verified }) => verified),
    interface: content.interface,
    signatures: signaturesByUnit(content),
    codeWords: content.codeWords,
    searchWords: content.searchWords,
    lawQuestions: content.lawQuestions,
    structure,
    releases: releases(content, modules, structure),
    ...(structure.assessment && { assessment: structure.assessment }),
    ...(evaluation && { evaluation }),
    ...(content.workshop && { workshop: content.workshop }),
    fingerprint: fingerprint(structure),
    earlier: Object.fromEntries(
      [...content.history.values()]
        .map((earlier) => [fingerprint(earlier), earlier] as const)
        .filter(([earlierFingerprint]) => earlierFingerprint !== fingerprint(structure)),
    ),
  };
}

/** The versions of the course, with the page of each change. */
function releases(
  { language, course, changes, history }: ParsedContent,
  modules: readonly Module[],
  structure: Structure,
): Release[] {
  const first = { version: course.version, date: course.date, entries: [] };
  const pages = modules.flatMap(({ id, title, lessons, cases }) => [
    { id, title, href: `${language}/${id}/introduction.html` },
    ...lessons,
    ...cases,
  ]);
  const pagesOf = Map.groupBy(pages, ({ id }) => id);
  return (changes ?? [first]).map(({ version, date, entries }) => {
    const earlier = version === course.version ? structure : history.get(version);
    return {
      version,
      date,
      entries: entries.flatMap((entry) =>
        (pagesOf.get(entry.page) ?? []).map(({ title, href }) => ({ ...entry, title, href })),
      ),
      sameChecks: earlier ? sameChecks(structure, earlier) : [],
    };
  });
}

/** The pages of a folder beside the modules, in the order of `course.yaml`. */
const referencePages = (
  { language, course, pages }: ParsedContent,
  folder: ReferenceFolder,
): ReferencePage[] =>
  course[folder].map((id) => {
    const page = pages.get(`${language}/${folder}/${id}.mdx`);
    if (page === undefined)
      throw new Error(`no file ${language}/${folder}/${id}.mdx for course.yaml`);
    const { title, summary, checked } = page.frontmatter;
    return { id, title, summary, checked, href: `${language}/${folder}/${id}.html` };
  });

/** Items with the minutes that they take at the pace of a second language. */
const atSlowPace = <Item extends { readonly slowMinutes: number }>(items: readonly Item[]) =>
  items.map((item) => ({ ...item, minutes: item.slowMinutes }));

function tracksOf({ course, words }: ParsedContent, modules: readonly Module[]): Track[] {
  const lessons = modules.flatMap((module) => module.lessons);
  const cases = modules.flatMap((module) => module.cases);
  return course.tracks.map(({ id, roles, lessons: coreRule, first, cases: rule, questions }) => {
    const { title = '', summary = '' } = words.tracks[id] ?? {};
    const core = coreLessons(course, coreRule);
    const way = { lessons: core, cases: rule, questions };
    return {
      id,
      title,
      summary,
      roles,
      ...way,
      first: first ?? core[0],
      minutes: trackMinutes(way, lessons, cases),
      slowMinutes: trackMinutes(way, atSlowPace(lessons), atSlowPace(cases)),
    };
  });
}
