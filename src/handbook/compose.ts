import { translator, type Translate } from '../course/interface.ts';
import type { Course } from '../course/course.ts';
import type { Source } from '../course/source.ts';
import type { Chapter } from './chapter.ts';
import type { Handbook, PartPlan } from './handbook.ts';
import type { Levels } from './levels.ts';
import { escapeXml } from '../html/escape.ts';
import { Notes } from './notes.ts';
import { UsedTerms, type TermEntry } from './terms.ts';
import { writePieces, type Writing } from './piece.ts';
import { ownId } from './pieces-of.ts';

/** A section of a handbook with its own heading. */
export interface Section {
  readonly kind: 'part' | Chapter['kind'] | 'cases' | 'answers' | 'terms' | 'notes';
  /** Id of its heading. */
  readonly id: string;
  readonly title: string;
  /** Level of its heading. */
  readonly level: number;
  /** Text below the heading, valid as XML and as HTML; links within the handbook begin with `#`. */
  readonly text: string;
  /** Headings in the section that the contents may list. */
  readonly headings: readonly { readonly id: string; readonly title: string }[];
}

/** Input for composing every handbook of a course. */
export interface Material {
  readonly course: Course;
  /** Chapters by page path. */
  readonly chapters: ReadonlyMap<string, Chapter>;
  /** The glossary in order, by id. */
  readonly terms: ReadonlyMap<string, TermEntry>;
}

interface Composing extends Material {
  readonly handbook: Handbook;
  readonly levels: Levels;
  readonly t: Translate;
  readonly sources: ReadonlyMap<string, Source>;
  readonly used: UsedTerms;
}

/**
 * Composes a handbook: for each module its chapters, the cases it lists, the answers and the notes, and at the end the
 * terms used, with notes of their own.
 * @throws if a page or term is missing, or a citation refers to no source
 */
export function composeHandbook(
  handbook: Handbook,
  material: Material,
  levels: Levels,
): readonly Section[] {
  const { course } = material;
  const composing: Composing = {
    ...{ ...material, handbook, levels, t: translator(course.language, course.interface) },
    sources: new Map(course.sources.map((source) => [source.id, source])),
    used: new UsedTerms(material.terms),
  };
  const parts = handbook.parts.flatMap((part) => partSections(part, composing));
  return [...parts, ...termSections(composing)];
}

function partSections({ module, chapters: plans, cases }: PartPlan, composing: Composing) {
  const { handbook, levels, t, sources } = composing;
  const notes = new Notes(module.id, sources);
  const chapters = plans.map(({ path }) => {
    const chapter = composing.chapters.get(path);
    if (chapter === undefined) throw new Error(`the handbook "${handbook.id}" needs ${path}`);
    return chapter;
  });
  const texts = chapters.map((chapter) => chapterSection(chapter, notes, composing));
  const answers = chapters
    .filter((chapter) => chapter.answers.length > 0)
    .map((chapter) => answersOf(chapter, notes, composing))
    .join('\n');
  const back = (kind: Section['kind'], title: string, text: string) =>
    section({ kind, id: `${module.id}--${kind}`, title, level: levels.back, text });
  const isOfSeveral = handbook.kind === 'course' || handbook.kind === 'track';
  return [
    ...(isOfSeveral ? [partSection(module, levels)] : []),
    ...texts,
    ...(cases.length > 0 ? back('cases', t('handbook.cases'), casesText(cases, t)) : []),
    ...back('answers', t('handbook.answers'), answers),
    ...back('notes', t('handbook.notes'), notes.list(t)),
  ].flat();
}

/** A section without headings of its own; left out if it has no text. */
const section = (of: Omit<Section, 'headings'>): Section[] =>
  of.text === '' ? [] : [{ ...of, headings: [] }];

const partSection = ({ id, title, summary }: PartPlan['module'], { part }: Levels): Section => ({
  ...{ kind: 'part', id: `part--${id}`, title, level: part, headings: [] },
  text: `<p class="lead">${escapeXml(summary)}</p>`,
});

function chapterSection(chapter: Chapter, notes: Notes, composing: Composing): Section {
  const { kind, key, text, headings, trust } = chapter;
  const { t } = composing;
  const title = kind === 'introduction' ? t('handbook.introduction') : chapter.title;
  const level = composing.levels.chapter;
  const written = writePieces(text, writingOf(notes, composing, level - 1));
  const trusted = trust === '' ? '' : `<p class="trust small">${escapeXml(trust)}</p>`;
  return { kind, id: key, title, level, text: trusted + written, headings };
}

function answersOf(chapter: Chapter, notes: Notes, composing: Composing): string {
  const { handbook, levels } = composing;
  const level = levels.back + 1;
  const heading =
    handbook.kind === 'lesson' ? '' : `<h${level}>${escapeXml(chapter.title)}</h${level}>`;
  const written = writePieces(chapter.answers, writingOf(notes, composing, 0));
  return `<div class="answers-of">${heading}${written}</div>`;
}

const writingOf = (
  notes: Notes,
  { chapters, handbook, used }: Composing,
  deeper: number,
): Writing => ({
  deeper,
  cite: (source, words) => notes.reference(source, words),
  term: (id) => used.use(id),
  place: (page, id) => {
    const isHeld = handbook.parts.some((part) => part.chapters.some(({ path }) => path === page));
    const held = isHeld ? chapters.get(page) : undefined;
    return held?.ids.has(id) ? ownId(held.key, id) : held?.key;
  },
});

const casesText = (cases: PartPlan['cases'], t: Translate): string =>
  `<p>${escapeXml(t('handbook.casesText'))}</p><dl>${cases
    .map(
      ({ title, summary, scenario }) =>
        `<div><dt>${escapeXml(title)}</dt><dd>${escapeXml(`${summary} ${scenario.decides}`)}</dd></div>`,
    )
    .join('')}</dl>`;

/** The terms that the handbook uses, and their notes. */
function termSections(composing: Composing): Section[] {
  const { levels, t, sources, used } = composing;
  const notes = new Notes('terms', sources);
  const writing = writingOf(notes, composing, 0);
  const entries = used
    .inOrder()
    .map(
      ({ id, term, meaning }) =>
        `<div id="${id}"><dt>${escapeXml(term)}</dt><dd>${writePieces(meaning, writing)}</dd></div>`,
    );
  const text = entries.length === 0 ? '' : `<dl class="terms">${entries.join('\n')}</dl>`;
  const level = levels.terms;
  return [
    ...section({ kind: 'terms', id: 'terms', title: t('glossary.title'), level, text }),
    ...section({
      ...{ kind: 'notes', id: 'terms--notes', title: t('handbook.notesToTerms'), level },
      text: notes.list(t),
    }),
  ];
}
