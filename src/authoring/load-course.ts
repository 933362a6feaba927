import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { parseDocument } from 'yaml';
import { z } from 'zod';
import { sameChecks } from '../course/assessment.ts';
import { changesSchema, type Release, type ReleaseEntry } from '../course/change.ts';
import { chartSchema, type Chart } from '../course/chart.ts';
import {
  courseSchema,
  courseWordsSchema,
  lessonSchema,
  pageSchema,
  type CourseEntry,
  type CourseWords,
  type LessonFrontmatter,
  type PageFrontmatter,
} from '../course/course.ts';
import { completionRule } from '../course/completion.ts';
import { ContentError, type Fault } from '../course/fault.ts';
import { evaluationSchema, namesIn, type EvaluationSheets } from '../course/evaluation.ts';
import { fingerprint } from '../course/fingerprint.ts';
import { glossarySchema, type Term } from '../course/glossary.ts';
import { interfaceSchema, type InterfaceWords } from '../course/interface.ts';
import {
  librarySchema,
  libraryWordsSchema,
  type LibraryEntry,
  type LibraryWords,
} from '../course/library.ts';
import { caseMinutes, checkMinutes, lessonMinutes } from '../course/minutes.ts';
import type { Course, Module, ReferencePage } from '../course/outline.ts';
import { principlesSchema, type Principle } from '../course/principle.ts';
import { questionsSchema, type Question } from '../course/question.ts';
import { scenarioSchema, type Scenario } from '../course/scenario.ts';
import { sourcesSchema, type Source } from '../course/source.ts';
import type { Wording } from '../course/wording.ts';
import { coreLessons, structureOf, structureSchema, type Structure } from '../course/structure.ts';
import { trackMinutes, type Track } from '../course/track.ts';
import { analyse } from '../scenario/analysis.ts';
import { checkCoverage } from './check-coverage.ts';
import { codeWords } from './code-words.ts';
import { crossCheck } from './cross-check.ts';
import { libraryDocuments } from './library-documents.ts';
import { lintContent } from './lint-content.ts';
import { readMdx, type MdxFile } from './mdx-file.ts';
import { parseWith } from './schema-faults.ts';
import { terminologySchema } from './terminology.ts';
import { usedEntries } from './used-entries.ts';

/** A page that is not a lesson. */
export type MdxPage = MdxFile & { readonly frontmatter: PageFrontmatter };

/** Everything an author wrote in one language, each file by itself well-formed. */
export interface Material {
  readonly language: string;
  readonly course: CourseEntry;
  readonly words: CourseWords;
  readonly sources: readonly Source[];
  readonly glossary: readonly Term[];
  readonly interface: InterfaceWords;
  /** By module id. */
  readonly questions: ReadonlyMap<string, readonly Question[]>;
  /** By lesson id. */
  readonly lessons: ReadonlyMap<
    string,
    { frontmatter: LessonFrontmatter; mdx: MdxFile; file: string }
  >;
  /** Introductions, summaries, cards, country notes and other pages, by their path below `content/`. */
  readonly pages: ReadonlyMap<string, MdxPage>;
  /** Bench cards and country notes that have a file, listed or not, as `cards/<id>`. */
  readonly besides: readonly string[];
  /** Absent where `course.yaml` has no `evaluation`. */
  readonly evaluation?: EvaluationSheets | undefined;
  readonly library: readonly LibraryEntry[];
  readonly libraryWords: LibraryWords;
  readonly principles: readonly Principle[];
  /** Of the language's own terminology. */
  readonly wordings: readonly Wording[];
  readonly scenarios: ReadonlyMap<string, Scenario>;
  /** Drawings that exist, as `module/name`; those of the examples as `examples/name`. */
  readonly figures: ReadonlySet<string>;
  /** Charts, by the same names. */
  readonly charts: ReadonlyMap<string, Chart>;
  /** Words of short codes; none where the language has no list. */
  readonly codeWords: readonly string[];
  /** What each version changed, the newest first; undefined where the file is missing. */
  readonly changes: readonly ReleaseEntry[] | undefined;
  /** Structures of published versions by version, `history/<version>.json`. */
  readonly history: ReadonlyMap<string, Structure>;
}

/**
 * Reads and checks the content of one language.
 * @param root folder of the content
 * @param language BCP 47 tag, the name of its folder
 * @returns the course; throws `ContentError` with every fault in every file when there is any
 */
export function loadCourse(language: string, root = contentRoot()): Course {
  const { course, faults } = readCourse(language, root);
  if (course === undefined || faults.length > 0) throw new ContentError(faults);
  return course;
}

/** Folder of the content: `content/`, or where `COURSE_CONTENT` says. */
export const contentRoot = (): string => process.env['COURSE_CONTENT'] ?? 'content';

/** The languages of the course, the default first; `['en']` where `course.yaml` cannot be read. */
export function languagesOf(root = contentRoot()): string[] {
  const read = new Reader(root).yaml('course.yaml', courseSchema);
  return read?.languages ?? ['en'];
}

/** The MDX files of the course, as patterns below `content/`: drafts of modules that are not in it stay out. */
export function bodyPatterns(root = contentRoot()): string[] {
  const modules = new Reader(root).yaml('course.yaml', courseSchema)?.modules ?? [];
  return [
    '*/*.mdx',
    '*/{cards,countries}/*.mdx',
    ...modules.map(({ id }) => `*/modules/${id}/**/*.mdx`),
  ];
}

/** As `loadCourse`, but gives the faults back instead of throwing them. */
export function readCourse(
  language: string,
  root = contentRoot(),
): { course: Course | undefined; faults: Fault[] } {
  const reader = new Reader(root);
  const material = readMaterial(reader, language);
  if (material === undefined) return { course: undefined, faults: reader.faults };
  const faults = [
    ...reader.faults,
    ...crossCheck(material),
    // Its rules know English words and English ways to write an article or a date.
    // Promises are held against the original; a translation follows it lesson by lesson.
    ...(/^en\b/.test(language)
      ? [...lintContent(material, root), ...coverage(material, root)]
      : []),
    ...[...material.scenarios.values()].flatMap((scenario) =>
      analyse(scenario).faults.map((fault) => ({
        ...fault,
        file: `${language}/scenarios/${scenario.id}.yaml`,
      })),
    ),
  ];
  if (faults.length > 0) return { course: undefined, faults };
  return { course: build(material), faults };
}

/** Rows of `coverage.yaml` that no lesson of the course, or page, covers. */
const coverage = ({ language, course }: Material, root: string): Fault[] =>
  checkCoverage(
    root,
    language,
    course.modules.map(({ id }) => id),
  );

/** Reads files below the content folder and gathers what is wrong with them. */
class Reader {
  readonly root: string;
  readonly faults: Fault[] = [];

  constructor(root: string) {
    this.root = root;
  }

  find(pattern: string): string[] {
    return globSync(join(this.root, pattern))
      .map((path) => relative(this.root, path))
      .toSorted();
  }

  text(file: string): string | undefined {
    const path = join(this.root, file);
    if (existsSync(path)) return readFileSync(path, 'utf8');
    this.faults.push({
      file,
      field: '(the whole file)',
      found: 'Missing.',
      remedy: 'Write the file.',
    });
    return undefined;
  }

  /** As `yaml`, of a file that a course may do without. */
  optional<S extends z.ZodType>(file: string, schema: S): z.output<S> | undefined {
    return existsSync(join(this.root, file)) ? this.yaml(file, schema) : undefined;
  }

  /** Words of short codes; a language may do without, and then offers none. */
  codeWords(file: string): string[] {
    if (!existsSync(join(this.root, file))) return [];
    const { words, faults } = codeWords(this.text(file) ?? '', file);
    this.faults.push(...faults);
    return words;
  }

  yaml<S extends z.ZodType>(file: string, schema: S): z.output<S> | undefined {
    const text = this.text(file);
    if (text === undefined) return undefined;
    const document = parseDocument(text, { prettyErrors: true });
    if (document.errors.length > 0) {
      for (const error of document.errors)
        this.faults.push({
          file,
          field: `line ${error.linePos?.[0].line ?? 1}`,
          found: `Cannot be read as YAML: ${error.message.split(' at line')[0]}.`,
          remedy: 'Put the text in "quotes" if it holds a colon, or mend the indentation there.',
        });
      return undefined;
    }
    const { value, faults } = parseWith(schema, document.toJS(), file);
    this.faults.push(...faults);
    return value;
  }

  mdx<S extends z.ZodType>(file: string, schema: S) {
    const text = this.text(file);
    if (text === undefined) return undefined;
    const { mdx, faults } = readMdx(text, file);
    this.faults.push(...faults);
    const frontmatter = parseWith(schema, mdx.frontmatter, file);
    this.faults.push(...frontmatter.faults);
    return frontmatter.value === undefined
      ? undefined
      : { frontmatter: frontmatter.value, mdx, file };
  }
}

function readMaterial(reader: Reader, language: string): Material | undefined {
  const course = reader.yaml('course.yaml', courseSchema);
  const sources = reader.yaml('sources.yaml', sourcesSchema);
  const words = reader.yaml(`${language}/course.yaml`, courseWordsSchema);
  const glossary = reader.yaml(`${language}/glossary.yaml`, glossarySchema);
  const texts = reader.yaml(`${language}/interface.yaml`, interfaceSchema);
  const questions = new Map<string, readonly Question[]>();
  const lessons: [string, NonNullable<ReturnType<typeof readLesson>>][] = [];
  const pages: [string, MdxPage][] = [];
  const scenarios = new Map<string, Scenario>();

  const readLesson = (file: string) => reader.mdx(file, lessonSchema);
  const readPage = (file: string) => {
    const page = reader.mdx(file, pageSchema);
    if (page !== undefined) pages.push([file, { ...page.mdx, frontmatter: page.frontmatter }]);
  };
  readPage(`${language}/about.mdx`);
  for (const role of course?.cards ?? []) readPage(`${language}/cards/${role}.mdx`);
  for (const id of course?.countries ?? []) readPage(`${language}/countries/${id}.mdx`);
  const library = reader.optional('library.yaml', librarySchema);
  const libraryWords = library && reader.yaml(`${language}/library.yaml`, libraryWordsSchema);
  const principles = reader.optional(`${language}/principles.yaml`, principlesSchema);
  const evaluation =
    course?.evaluation && reader.yaml(`${language}/evaluation.yaml`, evaluationSchema);
  const terminology = reader.optional('terminology.yaml', terminologySchema);
  for (const module of course?.modules ?? []) {
    const folder = `${language}/modules/${module.id}`;
    questions.set(module.id, reader.yaml(`${folder}/questions.yaml`, questionsSchema) ?? []);
    for (const page of ['introduction', 'summary', 'bench-card']) readPage(`${folder}/${page}.mdx`);
    for (const { id } of module.lessons) {
      const lesson = readLesson(`${folder}/lessons/${id}.mdx`);
      if (lesson !== undefined) lessons.push([id, lesson]);
    }
    for (const id of module.cases) {
      const scenario = reader.yaml(`${language}/scenarios/${id}.yaml`, scenarioSchema);
      if (scenario !== undefined) scenarios.set(id, scenario);
    }
  }
  if (reader.find(`${language}/examples.mdx`).length > 0) {
    readPage(`${language}/examples.mdx`);
    questions.set(
      'examples',
      reader.yaml(`${language}/examples/questions.yaml`, questionsSchema) ?? [],
    );
  }
  const owners = ['examples', ...(course?.modules ?? []).map(({ id }) => id)];
  const figureFiles = (ending: string) =>
    reader
      .find(`${language}/{examples,modules/*}/figures/*${ending}`)
      .map((file) => ({ file, figure: figureOf(file, ending) }))
      .filter(({ figure }) => owners.includes(figure.split('/')[0] ?? ''));
  const charts = figureFiles('.yaml').flatMap(({ file, figure }) => {
    const chart = reader.yaml(file, chartSchema);
    return chart === undefined ? [] : [[figure, chart] as const];
  });
  const wordsOfCodes = reader.codeWords(`${language}/code-words.txt`);
  const changes = reader.optional(`${language}/changes.yaml`, changesSchema);
  const history = reader.find('history/*.json').flatMap((file) => {
    const structure = reader.yaml(file, structureSchema);
    return structure === undefined ? [] : [[basename(file, '.json'), structure] as const];
  });
  if (!course || !sources || !words || !glossary || !texts) return undefined;
  return {
    language,
    course,
    words,
    sources,
    glossary,
    interface: texts,
    questions,
    lessons: new Map(lessons),
    pages: new Map(pages),
    besides: reader.find(`${language}/{cards,countries}/*.mdx`).map((path) =>
      path
        .split(/[\\/]/)
        .slice(1)
        .join('/')
        .replace(/\.mdx$/, ''),
    ),
    evaluation,
    library: library ?? [],
    libraryWords: libraryWords ?? {},
    codeWords: wordsOfCodes,
    principles: principles ?? [],
    wordings: terminology?.language === language ? terminology.terms : [],
    scenarios,
    changes,
    history: new Map(history),
    figures: new Set(figureFiles('.svg').map(({ figure }) => figure)),
    charts: new Map(charts),
  };
}

/** `module/name` of the file of a figure. */
const figureOf = (file: string, ending: string) =>
  `${file.split(/[\\/]/).at(-3)}/${basename(file, ending)}`;

/** Material without faults as one `Course`. */
function build(material: Material): Course {
  const { language, course, words, questions, lessons, scenarios } = material;
  const report = course.evaluation?.report === true;
  const evaluation = material.evaluation && { ...material.evaluation, report };
  const reported = evaluation && report ? namesIn(evaluation.sheet) : undefined;
  const structure = structureOf(course, questions, scenarios, reported);
  const modules = course.modules.map((entry): Module => {
    const own = words.modules[entry.id];
    if (own === undefined) throw new Error(`no words for module ${entry.id}`);
    const bank = questions.get(entry.id) ?? [];
    const lessonList = entry.lessons.map(({ id, objectives }) => {
      const lesson = lessons.get(id);
      if (lesson === undefined) throw new Error(`no lesson ${id}`);
      const checks = lesson.mdx.uses.filter(({ name }) => name === 'Check').length;
      return {
        id,
        objectives,
        title: lesson.frontmatter.title,
        summary: lesson.frontmatter.summary,
        checked: lesson.frontmatter.checked,
        minutes: lessonMinutes(lesson.mdx.words, checks),
        href: `${language}/${entry.id}/${id}.html`,
      };
    });
    const cases = entry.cases.map((id) => {
      const scenario = scenarios.get(id);
      if (scenario === undefined) throw new Error(`no case ${id}`);
      return {
        id,
        title: scenario.title,
        summary: scenario.summary,
        ...(scenario.stage && { stage: scenario.stage }),
        roles: scenario.roles,
        minutes: caseMinutes(scenario),
        href: `${language}/cases/${id}.html`,
        scenario,
      };
    });
    const minutes =
      [...lessonList, ...cases].reduce((sum, item) => sum + item.minutes, 0) +
      (entry.check ? checkMinutes(entry.check.draw) : 0);
    return {
      id: entry.id,
      ...(entry.stage && { stage: entry.stage }),
      title: own.title,
      short: own.short,
      summary: own.summary,
      objectives: entry.objectives.map((id) => ({ id, text: own.objectives[id] ?? '' })),
      lessons: lessonList,
      cases,
      ...(entry.check && { check: entry.check }),
      questions: bank,
      minutes,
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
    tracks: tracksOf(material, modules),
    modules,
    ...usedEntries(material),
    cards: referencePages(material, 'cards'),
    countries: referencePages(material, 'countries'),
    library: libraryDocuments(material),
    wordings: material.wordings.map(({ id, group, avoid, reason, instead, sources }) => ({
      id,
      group,
      avoid,
      reason,
      instead,
      sources,
    })),
    principles: material.principles.filter(({ verified }) => verified),
    interface: material.interface,
    codeWords: material.codeWords,
    structure,
    releases: releases(material, modules, structure),
    ...(structure.assessment && { assessment: structure.assessment }),
    ...(evaluation && { evaluation }),
    fingerprint: fingerprint(structure),
    earlier: Object.fromEntries(
      [...material.history.values()]
        .map((earlier) => [fingerprint(earlier), earlier] as const)
        .filter(([own]) => own !== fingerprint(structure)),
    ),
  };
}

/** The versions of the course, with the page of each change. */
function releases(
  { language, course, changes, history }: Material,
  modules: readonly Module[],
  structure: Structure,
): Release[] {
  const first = { version: course.version, date: course.date, entries: [] };
  const pages = modules.flatMap(({ id, title, lessons, cases }) => [
    { id, title, href: `${language}/${id}/introduction.html` },
    ...lessons,
    ...cases,
  ]);
  return (changes ?? [first]).map(({ version, date, entries }) => {
    const earlier = version === course.version ? structure : history.get(version);
    return {
      version,
      date,
      entries: entries.flatMap((entry) =>
        pages
          .filter(({ id }) => id === entry.page)
          .map(({ title, href }) => ({ ...entry, title, href })),
      ),
      sameChecks: earlier ? sameChecks(structure, earlier) : [],
    };
  });
}

/** The bench cards or country notes, in the order of `course.yaml`. */
const referencePages = (
  { language, course, pages }: Material,
  folder: 'cards' | 'countries',
): ReferencePage[] =>
  course[folder].map((id) => {
    const page = pages.get(`${language}/${folder}/${id}.mdx`);
    if (page === undefined) throw new Error(`no page ${folder}/${id}`);
    const { title, summary, checked } = page.frontmatter;
    return { id, title, summary, checked, href: `${language}/${folder}/${id}.html` };
  });

function tracksOf({ course, words }: Material, modules: readonly Module[]): Track[] {
  const lessons = modules.flatMap((module) => module.lessons);
  const cases = modules.flatMap((module) => module.cases);
  return course.tracks.map(({ id, roles, lessons: wanted, cases: rule, questions }) => {
    const { title = '', summary = '' } = words.tracks[id] ?? {};
    const core = coreLessons(course, wanted);
    const way = { lessons: core, cases: rule, questions };
    return { id, title, summary, roles, ...way, minutes: trackMinutes(way, lessons, cases) };
  });
}
