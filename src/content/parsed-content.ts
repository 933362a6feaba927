import { referenceFolders } from '../course/reference-page.ts';
import { basename } from 'node:path';
import { changesSchema, type ReleaseEntry } from '../course/change.ts';
import { chartSchema, type Chart } from '../lesson/Chart/chart.ts';
import {
  courseSchema,
  courseWordsSchema,
  lessonSchema,
  pageSchema,
  type CourseEntry,
  type CourseWords,
  type LessonFrontmatter,
  type PageFrontmatter,
} from '../course/content-schemas.ts';
import { evaluationSchema, type EvaluationSheets } from '../evaluation/evaluation.ts';
import { glossarySchema, type Term } from '../course/glossary.ts';
import { interfaceSchema, type InterfaceWords } from '../course/interface.ts';
import {
  librarySchema,
  libraryWordsSchema,
  type LibraryEntry,
  type LibraryWords,
} from '../course/library.ts';
import { principlesSchema, type Principle } from '../course/principle.ts';
import { questionsSchema, type Question } from '../questions/question.ts';
import { scenarioSchema, type Scenario } from '../cases/format.ts';
import { type LawQuestions, lawQuestionsSchema } from '../course/law-questions.ts';
import { noSearchWords, searchWordsSchema, type SearchWords } from '../course/search-words.ts';
import { sourcesSchema, type Source } from '../course/source.ts';
import { structureSchema, type Structure } from '../course/structure.ts';
import type { Wording } from '../course/wording.ts';
import type { ContentReader } from './content-reader.ts';
import type { ContentFiles } from './files/content-files.ts';
import type { SourceFile } from './files/source-file.ts';
import type { MdxFile } from './mdx/mdx-file.ts';
import { codeWordsIn } from './code-word-list.ts';
import type { WorkshopWords } from '../workshop/guide.ts';
import { readWorkshop } from './workshop-words.ts';
import { coverageSchema, type Coverage } from './coverage-file.ts';
import { guessingCuesSchema, type GuessingCues } from './guessing/guessing-cues.ts';
import { safetyWordsSchema, type SafetyWords } from './reviewing/safety-words.ts';
import { signaturesSchema, type SignatureEntry } from '../course/signature.ts';
import { terminologySchema, type Terminology } from './terminology-file.ts';

/** A page that is not a lesson. */
export type MdxPage = MdxFile & { readonly frontmatter: PageFrontmatter };

/** All authored content in one language; each file is valid by itself. */
export interface ParsedContent {
  readonly language: string;
  /** The same in the first language of the course, which translations follow; absent there. */
  readonly original?: ParsedContent | undefined;
  /** Files of words that belong to the course, whether they can be read or not. */
  readonly files: readonly SourceFile[];
  /** Files that all languages share: lists beside the languages' folders, and kept structures. */
  readonly shared: readonly SourceFile[];
  /** Paths of all files below the content folder. */
  readonly paths: ReadonlySet<string>;
  /** Folders directly below the content folder. */
  readonly folders: readonly string[];
  /** YAML files that cannot be read. Their content is empty here, and rules must not draw conclusions from that. */
  readonly unread: ReadonlySet<string>;
  readonly course: CourseEntry;
  readonly words: CourseWords;
  readonly sources: readonly Source[];
  readonly glossary: readonly Term[];
  readonly interface: InterfaceWords;
  /** Questions by module id; a module whose file cannot be read is absent. */
  readonly questions: ReadonlyMap<string, readonly Question[]>;
  /** Lessons by id. */
  readonly lessons: ReadonlyMap<
    string,
    { frontmatter: LessonFrontmatter; mdx: MdxFile; file: string }
  >;
  /** Introductions, summaries, cards, country notes and other pages, by their path below `content/`. */
  readonly pages: ReadonlyMap<string, MdxPage>;
  /** Every MDX file that could be read, by its path below `content/`, whatever its front matter. */
  readonly bodies: ReadonlyMap<string, MdxFile>;
  /** Lessons of the course's modules that have a file, listed or not, as `module/lesson`. */
  readonly lessonFiles: readonly string[];
  /** Bench cards and country notes that have a file, listed or not, as `cards/<id>`. */
  readonly besides: readonly string[];
  /** Absent where `course.yaml` has no `evaluation`. */
  readonly evaluation?: EvaluationSheets | undefined;
  /** Guides, exercises and agendas for trainers; absent where the language has none. */
  readonly workshop?: WorkshopWords | undefined;
  readonly library: readonly LibraryEntry[];
  readonly libraryWords: LibraryWords;
  readonly principles: readonly Principle[];
  /** Words that the course does not use, of whatever language the list is for. */
  readonly terminology: Terminology | undefined;
  /** Wordings of the language's own terminology. */
  readonly wordings: readonly Wording[];
  readonly coverage: Coverage;
  /** Words by which options are guessed; absent where the language has no list. */
  readonly guessingCues?: GuessingCues | undefined;
  /** Words that make a sentence a safety claim; none where the language has no list. */
  readonly safetyWords: SafetyWords;
  /** Signatures of reviewers, in the order in which they were written down. */
  readonly signatures: readonly SignatureEntry[];
  readonly scenarios: ReadonlyMap<string, Scenario>;
  /** Drawings that exist, as `module/name`; those of the examples as `examples/name`. */
  readonly figures: ReadonlySet<string>;
  /** Charts, by the same names; one that cannot be read is absent. */
  readonly charts: ReadonlyMap<string, Chart>;
  /** Charts that have a file, whether it can be read or not. */
  readonly chartFiles: ReadonlySet<string>;
  /** Words of short codes; none where the language has no list. */
  readonly codeWords: readonly string[];
  readonly searchWords: SearchWords;
  /** Questions that each module leaves for the law at home; none where the language has no list. */
  readonly lawQuestions: LawQuestions;
  /** Changes of each version, the newest first; undefined where the file is missing. */
  readonly changes: readonly ReleaseEntry[] | undefined;
  /** Structures of published versions by version, `history/<version>.json`. */
  readonly history: ReadonlyMap<string, Structure>;
}

/**
 * Reads all authored content in one language; the reader collects the diagnostics.
 * @param original the first language of the course, for a translation
 * @returns undefined if `course.yaml` cannot be read, because every other check needs it
 */
export function readContent(
  reader: ContentReader,
  language: string,
  original?: ParsedContent,
): ParsedContent | undefined {
  const course = reader.yaml('course.yaml', courseSchema);
  const sources = reader.yaml('sources.yaml', sourcesSchema);
  const words = reader.yaml(`${language}/course.yaml`, courseWordsSchema);
  const glossary = reader.yaml(`${language}/glossary.yaml`, glossarySchema);
  const texts = reader.yaml(`${language}/interface.yaml`, interfaceSchema);
  const questions = new Map<string, readonly Question[]>();
  const lessons: [string, { frontmatter: LessonFrontmatter; mdx: MdxFile; file: string }][] = [];
  const bodies = new Map<string, MdxFile>();
  const pages: [string, MdxPage][] = [];
  const scenarios = new Map<string, Scenario>();

  const readLesson = (file: string, id: string) => {
    const { frontmatter, mdx } = reader.mdx(file, lessonSchema) ?? {};
    if (mdx?.root) bodies.set(file, mdx);
    if (mdx && frontmatter) lessons.push([id, { frontmatter, mdx, file }]);
  };
  const readPage = (file: string) => {
    const { frontmatter, mdx } = reader.mdx(file, pageSchema) ?? {};
    if (mdx?.root) bodies.set(file, mdx);
    if (mdx && frontmatter) pages.push([file, { ...mdx, frontmatter }]);
  };
  const readQuestions = (id: string, file: string) => {
    const read = reader.yaml(file, questionsSchema);
    if (read !== undefined) questions.set(id, read);
  };
  readPage(`${language}/about.mdx`);
  for (const folder of referenceFolders)
    for (const id of course?.[folder] ?? []) readPage(`${language}/${folder}/${id}.mdx`);
  const library = reader.optional('library.yaml', librarySchema);
  const libraryWords = library && reader.yaml(`${language}/library.yaml`, libraryWordsSchema);
  const principles = reader.optional(`${language}/principles.yaml`, principlesSchema);
  const evaluation =
    course?.evaluation && reader.yaml(`${language}/evaluation.yaml`, evaluationSchema);
  const workshop = readWorkshop(reader, language);
  const terminology = reader.optional('terminology.yaml', terminologySchema);
  for (const module of course?.modules ?? []) {
    const folder = `${language}/modules/${module.id}`;
    readQuestions(module.id, `${folder}/questions.yaml`);
    for (const page of ['introduction', 'summary', 'bench-card']) readPage(`${folder}/${page}.mdx`);
    for (const { id } of module.lessons) readLesson(`${folder}/lessons/${id}.mdx`, id);
    for (const id of module.cases) {
      const scenario = reader.yaml(`${language}/scenarios/${id}.yaml`, scenarioSchema);
      if (scenario !== undefined) scenarios.set(id, scenario);
    }
  }
  if (reader.files.get(`${language}/examples.mdx`) !== undefined) {
    readPage(`${language}/examples.mdx`);
    readQuestions('examples', `${language}/examples/questions.yaml`);
  }
  const owners = ['examples', ...(course?.modules ?? []).map(({ id }) => id)];
  const figureFiles = (ending: string) =>
    reader.files
      .find(`${language}/{examples,modules/*}/figures/*${ending}`)
      .map(({ path }) => ({ file: path, figure: figureOf(path, ending) }))
      .filter(({ figure }) => owners.includes(figure.split('/')[0] ?? ''));
  const chartFiles = figureFiles('.yaml');
  const charts = chartFiles.flatMap(({ file, figure }) => {
    const chart = reader.yaml(file, chartSchema);
    return chart === undefined ? [] : [[figure, chart] as const];
  });
  for (const { file } of figureFiles('.svg')) reader.file(file);
  const wordsOfCodes = reader.files.get(`${language}/code-words.txt`)?.text ?? '';
  const coverage = reader.optional('coverage.yaml', coverageSchema);
  const guessingCues = reader.optional(`${language}/guessing-cues.yaml`, guessingCuesSchema);
  const safetyWords = reader.optional(`${language}/safety-words.yaml`, safetyWordsSchema);
  const signatures = reader.optional(`${language}/signatures.yaml`, signaturesSchema);
  const changes = reader.optional(`${language}/changes.yaml`, changesSchema);
  const history = reader.files.find('history/*.json').flatMap(({ path }) => {
    const structure = reader.yaml(path, structureSchema);
    return structure === undefined ? [] : [[basename(path, '.json'), structure] as const];
  });
  if (course === undefined) return undefined;
  const files = filesOf(reader.files, language, course);
  for (const { path } of files) reader.file(path);
  return {
    language,
    original,
    files,
    shared: reader.files.find('{*.yaml,history/*.json}'),
    paths: new Set(reader.files.paths),
    folders: [...new Set(reader.files.paths.flatMap((path) => path.match(/^[^/]+(?=\/)/) ?? []))],
    unread: reader.unread,
    course,
    words: words ?? { title: '', summary: '', tracks: {}, modules: {} },
    sources: sources ?? [],
    glossary: glossary ?? [],
    // Lazy: only pages need them, and no page is built while there is a fault.
    interface: texts ?? ({} as InterfaceWords),
    questions,
    lessons: new Map(lessons),
    pages: new Map(pages),
    bodies,
    lessonFiles: reader.files
      .find(`${language}/modules/*/lessons/*.mdx`)
      .map(({ path }) => `${path.split('/').at(-3)}/${basename(path, '.mdx')}`),
    besides: reader.files
      .find(`${language}/{${referenceFolders.join()}}/*.mdx`)
      .map(({ path }) => path.slice(language.length + 1).replace(/\.mdx$/, '')),
    evaluation,
    workshop,
    library: library ?? [],
    libraryWords: libraryWords ?? {},
    codeWords: codeWordsIn(wordsOfCodes),
    searchWords:
      reader.optional(`${language}/search-words.yaml`, searchWordsSchema) ?? noSearchWords,
    lawQuestions: reader.optional(`${language}/law-questions.yaml`, lawQuestionsSchema) ?? {},
    terminology,
    coverage: coverage ?? [],
    guessingCues,
    safetyWords: safetyWords ?? {},
    signatures: signatures ?? [],
    principles: principles ?? [],
    wordings: terminology?.language === language ? terminology.terms : [],
    scenarios,
    changes,
    history: new Map(history),
    figures: new Set(figureFiles('.svg').map(({ figure }) => figure)),
    charts: new Map(charts),
    chartFiles: new Set(chartFiles.map(({ figure }) => figure)),
  };
}

/** `module/name` of the file of a figure. */
const figureOf = (file: string, ending: string) =>
  `${file.split('/').at(-3)}/${basename(file, ending)}`;

/**
 * Files of words that belong to the course: of modules and cases those that `course.yaml` names.
 * Without a course, all of the language.
 */
export function filesOf(files: ContentFiles, language: string, course?: CourseEntry): SourceFile[] {
  const modules = course && new Set(course.modules.map(({ id }) => id));
  const cases = course && new Set(course.modules.flatMap((module) => module.cases));
  return files.paths.flatMap((path) => {
    const [top, folder = '', name = ''] = path.split('/');
    if (path !== 'sources.yaml' && top !== language) return [];
    if (folder === 'modules' && modules?.has(name) === false) return [];
    if (folder === 'scenarios' && cases?.has(name.replace('.yaml', '')) === false) return [];
    return files.get(path) ?? [];
  });
}
