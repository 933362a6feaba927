import type { Attempt } from './attempt.ts';
import type { Structure } from '../course/structure.ts';
import { type DigitReader, itemAt, toDigits, width } from './digits.ts';
import { goneRow } from './fit.ts';
import { evaluationPrefix } from './log.ts';

type Sources = Pick<Structure, 'cases' | 'checks' | 'evaluation'>;

/** The evaluation, where there is one to tell of, is the last source. */
const sourcesWidth = ({ cases, checks, evaluation }: Sources) =>
  width(cases.length + checks.length + (evaluation ? 1 : 0));

const run = '.';
const longestRun = 63;

/**
 * Rows, in order. Each belongs to a source: a case, a check or the evaluation, counted through. A decision needs
 * its source only, because the decisions of a case are reported in the order of `first`; an answer
 * needs the position of its question, or of what the evaluation asks, as well. Where it is shorter, neighbours of one source are
 * written as `.`, source, their number, and their positions. `~` is a row whose item is gone.
 */
export function rowsText(attempt: Attempt, sources: Sources): string {
  const sourceWidth = sourcesWidth(sources);
  const rows = attempt.rows.map(placeOf(attempt, sources));
  let text = '';
  for (let from = 0; from < rows.length;) {
    const row = rows[from];
    if (row === undefined) {
      text += goneRow;
      from += 1;
      continue;
    }
    let to = from + 1;
    while (to < rows.length && to - from < longestRun && rows[to]?.source === row.source) to++;
    const same = rows.slice(from, to).map((other) => other?.position ?? '');
    const source = toDigits(row.source, sourceWidth);
    const asRun = run + source + toDigits(same.length, 1) + same.join('');
    const oneByOne = same.map((position) => source + position).join('');
    text += asRun.length < oneByOne.length ? asRun : oneByOne;
    from = to;
  }
  return text;
}

interface RowPlace {
  readonly source: number;
  /** Digits of the position of a question in its check; empty for a decision. */
  readonly position: string;
}

/** Where a row belongs; called for each row in order. */
function placeOf(attempt: Attempt, { cases, checks, evaluation = [] }: Sources) {
  const decided = new Map<string, number>();
  const places = new Map([
    ...checks.flatMap(({ questions }, index) =>
      questions.map(({ id }, position): [string, RowPlace] => [
        id,
        {
          source: cases.length + index,
          position: toDigits(position, width(questions.length)),
        },
      ]),
    ),
    ...evaluation.map((name, position): [string, RowPlace] => [
      evaluationPrefix + name,
      {
        source: cases.length + checks.length,
        position: toDigits(position, width(evaluation.length)),
      },
    ]),
  ]);
  return (row: string): RowPlace | undefined => {
    const [id = '', scene] = row.split('.');
    if (scene === undefined || row.startsWith(evaluationPrefix)) return places.get(row);
    const before = decided.get(id) ?? 0;
    const source = cases.findIndex((shape) => shape.id === id);
    if (source < 0 || attempt.cases[id]?.first[before]?.split('.')[0] !== scene) return undefined;
    decided.set(id, before + 1);
    return { source, position: '' };
  };
}

/** Reads what `rowsText` wrote. @throws UnreadableError */
export function readRows(reader: DigitReader, attempt: Attempt, sources: Sources): string[] {
  const { cases, checks, evaluation = [] } = sources;
  const sourceWidth = sourcesWidth(sources);
  const decided = new Map<string, number>();
  const readRow = (source: number): string => {
    const shape = cases[source];
    if (shape === undefined && source === cases.length + checks.length && sources.evaluation)
      return evaluationPrefix + itemAt(evaluation, reader.number(width(evaluation.length)));
    if (shape === undefined) {
      const { questions } = itemAt(checks, source - cases.length);
      return itemAt(questions, reader.number(width(questions.length))).id;
    }
    const before = decided.get(shape.id) ?? 0;
    decided.set(shape.id, before + 1);
    const [scene = ''] = itemAt(attempt.cases[shape.id]?.first ?? [], before).split('.');
    return `${shape.id}.${scene}`;
  };

  const rows: string[] = [];
  while (!reader.isAtEnd) {
    const mark = reader.character();
    if (mark === goneRow) rows.push(goneRow);
    else if (mark === run) {
      const source = reader.number(sourceWidth);
      const count = reader.number(1);
      for (let index = 0; index < count; index++) rows.push(readRow(source));
    } else {
      reader.position -= 1;
      rows.push(readRow(reader.number(sourceWidth)));
    }
  }
  return rows;
}
