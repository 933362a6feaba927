import type { ReviewUnit } from '../content/reviewing/review-unit.ts';
import { isSafetyClaim, type SafetyWords } from '../content/reviewing/safety-words.ts';
import type { Citation, Source } from '../course/source.ts';
import { unitStatements, type StatementContext } from './unit-statements.ts';

/** One line of the worksheet: a statement that somebody checks against a place in a source. */
export interface WorksheetRow {
  readonly unit: ReviewUnit;
  readonly words: string;
  /** Number of the statement; one that rests on several sources has a line under each. */
  readonly number: number;
  /** Whether its words stand on an earlier line of the section. */
  readonly isRepeated: boolean;
  /** Place in the source, such as `art. 3(4)(d)`. */
  readonly at?: string | undefined;
  /** What else the statement rests on. */
  readonly beside: readonly Citation[];
  readonly isSafety: boolean;
}

/** A source with the lines that rest on it; without a source, lines that name none. */
export interface WorksheetPart {
  readonly source?: Source | undefined;
  readonly rows: readonly WorksheetRow[];
}

export const worksheetSections = ['law', 'evidence', 'safety'] as const;

/** What reviewers of some units check, each part under one source. */
export interface Worksheet {
  /** For a lawyer: every pinpoint in a treaty, resolution, set of rules or law. */
  readonly law: readonly WorksheetPart[];
  /** Every pinpoint in guidance, a study, a review or a report. */
  readonly evidence: readonly WorksheetPart[];
  /** For a clinician: every safety claim, once, under the first source that it cites. */
  readonly safety: readonly WorksheetPart[];
}

/** Kinds of source that a lawyer checks. */
const legal: readonly Source['kind'][] = ['treaty', 'resolution', 'rules', 'law'];

/**
 * The reviewers' worksheet of some units: each citation with a place, and each sentence that a life may
 * hang on.
 */
export function worksheet(
  units: readonly ReviewUnit[],
  sources: readonly Source[],
  safetyWords: SafetyWords,
  context: StatementContext,
): Worksheet {
  const byId = new Map(sources.map((source) => [source.id, source]));
  const parts = {
    law: new Map<string, Omit<WorksheetRow, 'isRepeated'>[]>(),
    evidence: new Map<string, Omit<WorksheetRow, 'isRepeated'>[]>(),
    safety: new Map<string, Omit<WorksheetRow, 'isRepeated'>[]>(),
  };
  let number = 0;
  for (const unit of units)
    for (const { words, citations } of unitStatements(unit, context)) {
      const isMarked = unit.kind === 'question' && unit.question.safety === true;
      const isSafety = isMarked || isSafetyClaim(safetyWords, words);
      const pinpoints = citations.filter(({ at }) => at !== undefined);
      if (pinpoints.length === 0 && !isSafety) continue;
      number++;
      const add = (section: keyof Worksheet, citation: Citation | undefined) => {
        const { source = '', at } = citation ?? {};
        const beside = citations.filter((other) => other !== citation);
        const row = { unit, words, number, at, beside, isSafety };
        const rows = parts[section].get(source);
        if (rows === undefined) parts[section].set(source, [row]);
        else rows.push(row);
      };
      for (const citation of pinpoints)
        add(
          legal.includes(byId.get(citation.source)?.kind ?? 'web') ? 'law' : 'evidence',
          citation,
        );
      if (isSafety) add('safety', citations[0]);
    }
  return {
    law: inOrder(parts.law, byId),
    evidence: inOrder(parts.evidence, byId),
    safety: inOrder(parts.safety, byId),
  };
}

/** The parts of a section by the short names of their sources; a statement stands in full once. */
function inOrder(
  section: ReadonlyMap<string, readonly Omit<WorksheetRow, 'isRepeated'>[]>,
  sources: ReadonlyMap<string, Source>,
): WorksheetPart[] {
  const read = new Set<number>();
  return [...section]
    .map(([id, rows]) => ({ source: sources.get(id), rows }))
    .toSorted((a, b) => (a.source?.short ?? '\uFFFF').localeCompare(b.source?.short ?? '\uFFFF'))
    .map(({ source, rows }) => ({
      source,
      rows: rows.map((row) => {
        const isRepeated = read.has(row.number);
        read.add(row.number);
        return { ...row, isRepeated };
      }),
    }));
}

/** How many lines there are to check. */
export const rowCount = (parts: readonly WorksheetPart[]): number =>
  parts.reduce((sum, { rows }) => sum + rows.length, 0);
