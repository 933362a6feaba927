import type { Release } from './change.ts';
import type { CompletionRule } from './completion-rule.ts';
import type { Role } from './content-schemas.ts';
import type { Stage } from './stage.ts';
import type { Evaluation } from '../evaluation/evaluation.ts';
import type { Term } from './glossary.ts';
import type { InterfaceWords } from './interface.ts';
import type { LawQuestions } from './law-questions.ts';
import type { LibraryDocument } from './library.ts';
import type { Principle } from './principle.ts';
import type { Question } from '../questions/question.ts';
import type { Scenario } from '../cases/format.ts';
import type { SearchWords } from './search-words.ts';
import type { Signatures } from './signature.ts';
import type { Source } from './source.ts';
import type { WorkshopWords } from '../workshop/guide.ts';
import type { Wording } from './wording.ts';
import type { AssessmentStructure, Structure } from './structure.ts';
import type { Track } from './track.ts';

/**
 * The course in one language, after the content check. Pages are made from it, and in `dist/course.json` it is the only
 * input of later steps.
 */
export interface Course {
  readonly id: string;
  readonly version: string;
  /** Date of the version, YYYY-MM-DD. */
  readonly date: string;
  /** BCP 47 tag. */
  readonly language: string;
  /** Every language the course exists in, the default first. */
  readonly languages: readonly string[];
  readonly title: string;
  readonly summary: string;
  /** Share of right answers, 0 to 1, that passes a check. */
  readonly masteryScore: number;
  readonly completion: CompletionRule;
  /** Tracks; the first applies until the learner chooses one. */
  readonly tracks: readonly Track[];
  /** Present if there is a pre-test and a final over all banks. */
  readonly assessment?: AssessmentStructure | undefined;
  /** The evaluation after the final, and the follow-up sheet for three months later. */
  readonly evaluation?: Evaluation | undefined;
  /** Guides, exercises and agendas for trainers. */
  readonly workshop?: WorkshopWords | undefined;
  readonly modules: readonly Module[];
  readonly sources: readonly Source[];
  readonly glossary: readonly Term[];
  /** Bench cards by profession; their ids are roles. */
  readonly cards: readonly ReferencePage[];
  /** Country notes. */
  readonly countries: readonly ReferencePage[];
  /** Documents filled in for a fictional case, for printing and copying. */
  readonly documents: readonly ReferencePage[];
  /** Background documents of the initiative. */
  readonly library: readonly LibraryDocument[];
  /** Words that the course does not use; empty in a language without a terminology. */
  readonly wordings: readonly Wording[];
  /** Verified statements for the lesson on implementation principles. */
  readonly principles: readonly Principle[];
  readonly interface: InterfaceWords;
  /** Signatures of reviewers, by unit. */
  readonly signatures: Signatures;
  /** Words of short codes; empty in a language without a list. */
  readonly codeWords: readonly string[];
  /** Search words that the course expresses in other words. */
  readonly searchWords: SearchWords;
  /** Questions that only the reader's national law answers, by module. */
  readonly lawQuestions: LawQuestions;
  readonly structure: Structure;
  /** Changes of each version, newest first; the first is the current version. */
  readonly releases: readonly Release[];
  /** Six characters that change whenever `structure` does. */
  readonly fingerprint: string;
  /** Structures of published versions by their fingerprint (`content/history/`), for reading old progress. */
  readonly earlier: Readonly<Record<string, Structure>>;
}

export interface Module {
  readonly id: string;
  readonly stage?: Stage;
  readonly title: string;
  readonly short: string;
  readonly summary: string;
  readonly objectives: readonly { readonly id: string; readonly text: string }[];
  readonly lessons: readonly Lesson[];
  readonly cases: readonly Case[];
  readonly check?: { readonly draw: number };
  readonly questions: readonly Question[];
  /** Minutes of the whole module: lessons, cases and check. */
  readonly minutes: number;
  /** The minutes at the reading pace of a second language. */
  readonly slowMinutes: number;
}

export interface Lesson {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly objectives: readonly string[];
  /** Computed from words and activities. */
  readonly minutes: number;
  readonly slowMinutes: number;
  readonly checked: string;
  /** Path of the page below the site, such as `en/pre-arrest/who-decides.html`. */
  readonly href: string;
}

/** A page outside the modules: a bench card of a profession, a country note or a worked document. */
export interface ReferencePage {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  /** Date on which its sources were last checked, YYYY-MM-DD. */
  readonly checked: string;
  readonly href: string;
}

export interface Case {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly stage?: Stage;
  readonly roles: readonly Role[];
  readonly minutes: number;
  readonly slowMinutes: number;
  readonly href: string;
  readonly scenario: Scenario;
}

/** `dist/course.json`: the course in each of its languages. */
export interface CourseFile {
  readonly courses: Readonly<Record<string, Course>>;
  /** Third-party libraries in the scripts of the website, by the path of the script; absent if there are none. */
  readonly libraries?: Readonly<Record<string, readonly SoftwareLibrary[]>>;
}

/** A third-party library that is part of a script. */
export interface SoftwareLibrary {
  /** Name of the package on npm. */
  readonly name: string;
  readonly version: string;
  /** SPDX identifier or expression, as stated by the library. */
  readonly license: string;
}
