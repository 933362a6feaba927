import type { ReviewUnit } from '../content/reviewing/review-unit.ts';
import { isSafetyClaim, type SafetyWords } from '../content/reviewing/safety-words.ts';
import type { Citation, Source } from '../course/source.ts';
import { unitStatements, type StatementContext } from './unit-statements.ts';

/** A statement on a line of the worksheet. The same words on several pages are one statement. */
export interface WorksheetStatement {
  /** Number of its words in the sheet; a statement that rests on several sources stands under each. */
  readonly number: number;
  readonly words: string;
  /** Units that contain it. */
  readonly units: readonly ReviewUnit[];
  /** Whether its words stand on an earlier line of the section. */
  readonly isRepeated: boolean;
  /** Other citations on which it rests. */
  readonly beside: readonly Citation[];
}

/** One line of the worksheet, with one box: what somebody checks at one place of a source. */
export interface WorksheetRow {
  /** Place in the source, such as `art. 3(4)(d)`. */
  readonly at?: string | undefined;
  readonly statements: readonly WorksheetStatement[];
}

/** A source with the lines that rest on it; without a source, lines that name none. */
export interface WorksheetPart {
  readonly source?: Source | undefined;
  readonly rows: readonly WorksheetRow[];
}

/** Sections of a worksheet in the order in which they are checked: claims on safety come first. */
export const worksheetSections = ['safety', 'law', 'evidence'] as const;

type Section = (typeof worksheetSections)[number];

/** Lines for reviewers of some units to check, each part under one source. */
export interface Worksheet {
  /** Parts for a clinician: every safety claim, once, under the first source that it cites; a line for each. */
  readonly safety: readonly WorksheetPart[];
  /** Parts for a lawyer: every pinpoint in a treaty, resolution, set of rules or law; a line for each place. */
  readonly law: readonly WorksheetPart[];
  /** Every pinpoint in guidance, a study, a review or a report; a line for each place. */
  readonly evidence: readonly WorksheetPart[];
}

/** Kinds of source that a lawyer checks. */
const legal: readonly Source['kind'][] = ['treaty', 'resolution', 'rules', 'law'];

/** A statement of one unit, under one of the citations that it rests on. */
interface Entry {
  readonly unit: ReviewUnit;
  readonly words: string;
  readonly source: string;
  readonly at?: string | undefined;
  readonly beside: readonly Citation[];
}

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
  const numbers = new Map<string, number>();
  const entries: Record<Section, Entry[]> = { safety: [], law: [], evidence: [] };
  for (const unit of units)
    for (const { words, citations } of unitStatements(unit, context)) {
      const isMarked = unit.kind === 'question' && unit.question.safety === true;
      const isSafety = isMarked || isSafetyClaim(safetyWords, words);
      const pinpoints = citations.filter(({ at }) => at !== undefined);
      if (pinpoints.length === 0 && !isSafety) continue;
      if (!numbers.has(words)) numbers.set(words, numbers.size + 1);
      const add = (section: Section, citation: Citation | undefined) => {
        const { source = '', at } = citation ?? {};
        const beside = citations.filter((other) => other !== citation);
        entries[section].push({ unit, words, source, at, beside });
      };
      if (isSafety) add('safety', citations[0]);
      for (const citation of pinpoints)
        add(
          legal.includes(byId.get(citation.source)?.kind ?? 'web') ? 'law' : 'evidence',
          citation,
        );
    }
  const section = (name: Section) => partsOf(entries[name], name, byId, numbers);
  return { safety: section('safety'), law: section('law'), evidence: section('evidence') };
}

/** The parts of a section by the short names of their sources; a statement stands in full once. */
function partsOf(
  entries: readonly Entry[],
  section: Section,
  sources: ReadonlyMap<string, Source>,
  numbers: ReadonlyMap<string, number>,
): WorksheetPart[] {
  const read = new Set<string>();
  const statement = (words: string, same: readonly Entry[]): WorksheetStatement => {
    const isRepeated = read.has(words);
    read.add(words);
    const units = [...new Map(same.map(({ unit }) => [unit.id, unit])).values()];
    const beside = [
      ...new Map(
        same
          .flatMap((entry) => entry.beside)
          .map((other) => [`${other.source} ${other.at}`, other]),
      ).values(),
    ];
    return { number: numbers.get(words) ?? 0, words, units, isRepeated, beside };
  };
  // Places are read together; each safety claim is a matter of its own.
  const lineOf = ({ at = '', words }: Entry) => (section === 'safety' ? `${at}\n${words}` : at);
  return [...grouped(entries, ({ source }) => source)]
    .map(([id, ofSource]) => ({ source: sources.get(id), ofSource }))
    .toSorted((a, b) => (a.source?.short ?? '\uFFFF').localeCompare(b.source?.short ?? '\uFFFF'))
    .map(({ source, ofSource }) => ({
      source,
      rows: [...grouped(ofSource, lineOf).values()]
        .toSorted(([a], [b]) => placeOrder.compare(a?.at ?? '', b?.at ?? ''))
        .map((line) => ({
          at: line[0]?.at,
          statements: [...grouped(line, ({ words }) => words)].map(([words, same]) =>
            statement(words, same),
          ),
        })),
    }));
}

/** Rule 9 comes before rule 10. */
const placeOrder = new Intl.Collator('en', { numeric: true });

function grouped<T>(values: readonly T[], keyOf: (value: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const value of values) {
    const group = groups.get(keyOf(value));
    if (group === undefined) groups.set(keyOf(value), [value]);
    else group.push(value);
  }
  return groups;
}

/** Number of lines to check. */
export const rowCount = (parts: readonly WorksheetPart[]): number =>
  parts.reduce((sum, { rows }) => sum + rows.length, 0);
