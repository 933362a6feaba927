import { canonical, type CertifiedFacts, verificationCode } from '../verification-code.ts';

/** The course for which certificates are signed. */
export interface SignedCourse {
  readonly id: string;
  readonly version: string;
  readonly tracks: readonly { readonly id: string; readonly title: string }[];
  /** Scaled, 0 to 1. */
  readonly masteryScore: number;
}

/**
 * Why a line or a file is not signed. `foreign`: neither a list nor a badge file; `columns`: a column of the list is
 * missing; `name`, `date`, `score`, `track`: that cell is invalid; `failed`: the score is below the pass mark;
 * `other-course`: a badge of another course; `slip`: a badge whose verification code does not match its facts.
 */
export type ListProblem = CellProblem | 'foreign' | 'columns' | 'failed' | 'other-course' | 'slip';
type CellProblem = 'name' | 'date' | 'score' | 'track';

interface Unsigned {
  readonly line: number;
  readonly problem: ListProblem;
}

/** One certificate to sign, or the reason for not signing it. */
export type ListEntry = { readonly facts: CertifiedFacts } | Unsigned;

/** Columns of a list as a learning platform exports it; the first row names them, in any order. */
type ListColumn = 'name' | 'date' | 'score' | 'track' | 'version';
const needed = ['name', 'date', 'score'] as const;

/**
 * Reads the certificates to sign from a file: the unsigned badge file of a learner, or a list as comma-, semicolon- or
 * tab-separated values with the columns name, date (YYYY-MM-DD) and score (percent), and optionally track (id or title)
 * and version.
 */
export function readSigningList(text: string, course: SignedCourse): readonly ListEntry[] {
  const words = text.replace(/^\uFEFF/, '').trim();
  return words.startsWith('{') ? [badge(words, course)] : list(words, course);
}

function list(text: string, course: SignedCourse): ListEntry[] {
  const [head = '', ...rest] = text.split(/\r\n|\n|\r/);
  const separator = [';', '\t', ','].find((sign) => head.includes(sign)) ?? ',';
  const names = cells(head, separator).map((name) => name.trim().toLowerCase());
  if (!names.includes('name')) return [{ line: 1, problem: 'foreign' }];
  if (needed.some((name) => !names.includes(name))) return [{ line: 1, problem: 'columns' }];
  return rest.flatMap((line, place): ListEntry[] => {
    if (line.trim() === '') return [];
    const values = cells(line, separator);
    const cell = (name: ListColumn) => (values[names.indexOf(name)] ?? '').trim();
    const number = place + 2;
    const name = canonical(cell('name'));
    const track = trackOf(cell('track'), course);
    const score = Number(cell('score').replace(/\s*%$/, ''));
    const problem: ListProblem | undefined =
      name === ''
        ? 'name'
        : !isDay(cell('date'))
          ? 'date'
          : cell('score') === '' || !Number.isInteger(score) || score < 0 || score > 100
            ? 'score'
            : score < Math.round(course.masteryScore * 100)
              ? 'failed'
              : track === undefined
                ? 'track'
                : undefined;
    if (problem !== undefined || track === undefined)
      return [{ line: number, problem: problem ?? 'track' }];
    const version = cell('version') || course.version;
    return [{ facts: { name, course: course.id, version, date: cell('date'), score, track } }];
  });
}

/** Splits a line into cells (RFC 4180): cells may be quoted, and a quote inside them is doubled. */
function cells(line: string, separator: string): string[] {
  const found: string[] = [];
  let cell = '';
  let isQuoted = false;
  for (let at = 0; at < line.length; at++) {
    const letter = line.charAt(at);
    if (letter === '"' && isQuoted && line[at + 1] === '"') {
      cell += '"';
      at++;
    } else if (letter === '"') isQuoted = !isQuoted;
    else if (letter === separator && !isQuoted) {
      found.push(cell);
      cell = '';
    } else cell += letter;
  }
  return [...found, cell];
}

/** The track column is optional in a course with one track. */
const trackOf = (typed: string, { tracks }: SignedCourse): string | undefined =>
  (typed === '' && tracks.length === 1
    ? tracks[0]
    : tracks.find(({ id, title }) => id === typed || title.toLowerCase() === typed.toLowerCase())
  )?.id;

const isDay = (text: string): boolean =>
  /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(`${text}T00:00:00Z`));

/** Reads the facts of an unsigned badge file (`badgeFile`), provided that they match its verification code. */
function badge(words: string, course: SignedCourse): ListEntry {
  const refused = (problem: ListProblem): ListEntry => ({ line: 1, problem });
  let subject: Subject | undefined;
  let id: unknown;
  try {
    const value = JSON.parse(words) as { id?: unknown; credentialSubject?: Subject } | null;
    subject = value?.credentialSubject;
    id = value?.id;
  } catch {
    return refused('foreign');
  }
  const [, of, version, track] =
    /^data:,([\w-]+)\/([\w.-]+)\/([\w-]+)$/.exec(text(subject?.achievement?.id)) ?? [];
  if (!of || !version || !track) return refused('foreign');
  if (of !== course.id) return refused('other-course');
  const facts: CertifiedFacts = {
    name: canonical(text(subject?.identifier?.[0]?.identityHash)),
    course: of,
    version,
    date: text(subject?.activityEndDate).slice(0, 10),
    score: Number(subject?.result?.[0]?.value),
    track,
  };
  if (!course.tracks.some((courseTrack) => courseTrack.id === track)) return refused('track');
  if (!isDay(facts.date)) return refused('date');
  if (id !== `data:,${of}/${version}/${track}/${verificationCode(facts)}`) return refused('slip');
  if (facts.score < Math.round(course.masteryScore * 100)) return refused('failed');
  return { facts };
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

interface Subject {
  readonly achievement?: { readonly id?: unknown };
  readonly identifier?: readonly { readonly identityHash?: unknown }[];
  readonly activityEndDate?: unknown;
  readonly result?: readonly { readonly value?: unknown }[];
}
