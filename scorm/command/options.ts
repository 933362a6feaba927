import { parseArgs } from 'node:util';
import type { CompletionRule } from '../../src/course/completion-rule.ts';
import type { Copy } from '../copies/copy.ts';
import type { CourseData } from '../shell/course-data.ts';
import type { Standard } from '../standards/standard.ts';
import { UsageError } from './usage-error.ts';

type Imports = NonNullable<CourseData['imports']>;

/** Values of `--bring`: lessons and decisions (the default), or nothing. */
const policies: readonly Imports[] = ['practice', 'none'];

/** Values of `--report`: everything (the default), or completion and success only. */
const reports = ['everything', 'status'] as const;

/** Values of `--completion`, each with its completion rule. The default is the rule of `course.yaml`. */
const completions: Readonly<Record<string, Partial<CompletionRule>>> = {
  course: {},
  everything: { lessons: 'all', cases: 'all' },
  final: { lessons: 'none', cases: 'none' },
};

/** Values of `--form`: the course as one unit (the default), or a unit for each module. */
const forms = ['course', 'modules'] as const;

/** The targets of the command: packages by standard, and copies of the website. */
export interface Targets {
  readonly standards: readonly Standard[];
  readonly copies: readonly Copy[];
}

/** The options of one call of the command. */
export interface CliOptions extends Targets {
  readonly scope: string;
  readonly language: string | undefined;
  /** Id of the track that is fixed in the package. */
  readonly track: string | undefined;
  readonly masteryInManifest: boolean;
  /** Pass mark in place of that of `course.yaml`, scaled, 0 to 1. */
  readonly passMark: number | undefined;
  /** Completion rule that replaces the one of `course.yaml`. */
  readonly completion: Partial<CompletionRule>;
  /** Whether the course is one unit or has one for each module. */
  readonly form: (typeof forms)[number];
  /** Extent of the reports to an LMS. */
  readonly report: (typeof reports)[number];
  /** Progress that a file, link or code may bring into the packages (D14). */
  readonly imports: Imports;
  /** Whether the bar of the package always leads to the diagnosis. */
  readonly hasDiagnostics: boolean;
}

/** An option of the command, as `--list` prints it. */
export interface Option {
  /** The option as it is written, with its value. */
  readonly form: string;
  readonly meaning: string;
  /** Whether a copy of the website takes it. */
  readonly isForCopies: boolean;
  /** Whether the option is only for standards whose platforms roll up the results of several units. */
  readonly isForUnits?: true;
}

/** Every option except `--standard` and `--list`, by name. */
export const options = {
  scope: {
    form: '--scope course|MODULE-ID',
    meaning: 'the whole course, or one module',
    isForCopies: true,
  },
  language: {
    form: '--language en',
    meaning: 'the language; without it, the first language of the course',
    isForCopies: true,
  },
  form: {
    form: `--form ${forms.join('|')}`,
    meaning:
      'the course as one unit, or a unit for each module and one for the final; the platform rolls up their results',
    isForCopies: false,
    isForUnits: true,
  },
  track: {
    form: '--track TRACK-ID',
    meaning: 'a track that nobody can change',
    isForCopies: false,
  },
  mastery: {
    form: '--mastery PERCENT',
    meaning: 'a pass mark of your own, 1 to 100',
    isForCopies: false,
  },
  completion: {
    form: `--completion ${Object.keys(completions).join('|')}`,
    meaning:
      'what completes the course: the rule in course.yaml, every lesson and case and the final, or the final alone',
    isForCopies: false,
  },
  'mastery-in-manifest': {
    form: '--mastery-in-manifest',
    meaning: 'the manifest contains the pass mark, by which the platform may set the status',
    isForCopies: false,
  },
  report: {
    form: `--report ${reports.join('|')}`,
    meaning: 'what is sent to the platform: "status" leaves out score, answers and objectives',
    isForCopies: false,
  },
  diagnostics: {
    form: '--diagnostics',
    meaning:
      'the bar always has the button "Why isn\'t it tracking?", for a trial by an administrator',
    isForCopies: false,
  },
  bring: {
    form: `--bring ${policies.join('|')}`,
    meaning: 'what learners may import: lessons and decisions, or nothing',
    isForCopies: false,
  },
} as const satisfies Readonly<Record<string, Option>>;

/**
 * Reads the command line.
 * @returns undefined for `--list`
 * @throws UsageError
 */
export function parseOptions(args: readonly string[], available: Targets): CliOptions | undefined {
  const values = parsed(args, available);
  if (values.list || values.help) return undefined;
  const { standard = 'all', scope = 'course', language, track } = values;
  const isWanted = ({ id, isOnRequest }: { readonly id: string; readonly isOnRequest?: true }) =>
    (standard === 'all' && !isOnRequest) || standard === id;
  const targets = {
    standards: available.standards.filter(isWanted),
    copies: available.copies.filter(isWanted),
  };
  if (targets.standards.length + targets.copies.length === 0) {
    const ids = [...available.standards, ...available.copies].map(({ id }) => id);
    throw new UsageError(
      `There is no standard "${standard}". Write one of: ${ids.join(', ')}, all. "npm run package -- --list" describes each of them.`,
    );
  }
  const foreign = Object.entries(options).filter(
    ([name, { isForCopies }]) => !isForCopies && values[name as keyof typeof options] !== undefined,
  );
  const [first] = foreign;
  const [copy] = targets.copies;
  if (first && copy && targets.standards.length === 0)
    throw new UsageError(
      `"${copy.id}" takes no --${first[0]}. It takes: ${Object.values(options)
        .flatMap(({ form, isForCopies }) => (isForCopies ? [form] : []))
        .join(', ')}.`,
    );
  if (copy?.isOnRequest && scope !== 'course')
    throw new UsageError(`"${copy.id}" always contains the whole course. Leave out --scope.`);
  const form = oneOf('form', values.form, forms);
  return {
    // Without `--standard`, only the targets to which all given options apply.
    copies: first ? [] : targets.copies,
    standards: form === 'modules' ? withUnits(targets, available, values) : targets.standards,
    form,
    scope,
    language,
    track,
    masteryInManifest: values['mastery-in-manifest'] ?? false,
    passMark: passMarkOf(values.mastery),
    completion: completions[oneOf('completion', values.completion, Object.keys(completions))] ?? {},
    report: oneOf('report', values.report, reports),
    imports: oneOf('bring', values.bring, policies),
    hasDiagnostics: values.diagnostics ?? false,
  };
}

/**
 * The standards that support a unit for each module.
 * @throws UsageError if no requested standard supports it, or if an option sets what such a package decides per
 * module
 */
function withUnits(
  { standards }: Targets,
  available: Targets,
  values: Readonly<Record<string, unknown>>,
): Standard[] {
  const able = standards.filter(({ hasUnits }) => hasUnits);
  const [first] = standards;
  if (able.length === 0 && first) {
    const ids = available.standards.filter(({ hasUnits }) => hasUnits).map(({ id }) => id);
    throw new UsageError(
      `"${first.id}" has no --form modules: its platforms do not roll up results. Write --standard with one of: ${ids.join(', ')}.`,
    );
  }
  const foreign = ['scope', 'track', 'completion', 'mastery-in-manifest'].find(
    (name) => values[name] !== undefined && values[name] !== 'course',
  );
  if (foreign !== undefined)
    throw new UsageError(
      `With --form modules each module has its own completion rule, and the course is complete when all modules are complete and the final is passed. Leave out --${foreign} or --form.`,
    );
  return able;
}

/** Each option in the form that `parseArgs` of Node takes. */
const kinds = {
  list: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
  standard: { type: 'string' },
  scope: { type: 'string' },
  language: { type: 'string' },
  form: { type: 'string' },
  track: { type: 'string' },
  mastery: { type: 'string' },
  completion: { type: 'string' },
  'mastery-in-manifest': { type: 'boolean' },
  report: { type: 'string' },
  diagnostics: { type: 'boolean' },
  bring: { type: 'string' },
} as const;

/** @throws UsageError that names the wrong argument and the valid ones */
function parsed(args: readonly string[], available: Targets) {
  const { values, tokens } = parseArgs({
    ...{ args: [...args], options: kinds, strict: false, tokens: true },
    allowPositionals: true,
  });
  const seen = new Set<string>();
  for (const token of tokens) {
    if (token.kind === 'positional') throw new UsageError(noOption(token.value, available));
    if (token.kind !== 'option') continue;
    const { name, rawName, value } = token;
    const kind = kinds[name as keyof typeof kinds] as (typeof kinds)['scope' | 'list'] | undefined;
    if (kind === undefined)
      throw new UsageError(
        `There is no option "${rawName}". Write one of: ${Object.keys(kinds)
          .map((each) => `--${each}`)
          .join(', ')}. ${help}`,
      );
    if (kind.type === 'string' && !value)
      throw new UsageError(`${rawName} needs a value. Write ${formOf(name)}. ${help}`);
    if (kind.type === 'boolean' && value !== undefined)
      throw new UsageError(`${rawName} takes no value. Write ${rawName} alone.`);
    if (seen.has(name)) throw new UsageError(`--${name} is given twice. Write it once.`);
    seen.add(name);
  }
  return values as {
    readonly [Name in keyof typeof kinds]?: (typeof kinds)[Name]['type'] extends 'string'
      ? string
      : boolean;
  };
}

const help = '"npm run package -- --list" describes each option.';

const formOf = (name: string): string =>
  Object.entries(options).find(([option]) => option === name)?.[1].form ?? `--${name} NAME`;

const noOption = (word: string, { standards, copies }: Targets) =>
  [...standards, ...copies].some(({ id }) => id === word)
    ? `"${word}" stands alone. Write --standard ${word}.`
    : `"${word}" is no option. ${help}`;

/** The given value, or the first allowed word if none was given. @throws UsageError for any other value */
function oneOf<T extends string>(name: string, value: string | undefined, words: readonly T[]): T {
  const [first] = words;
  const found = value === undefined ? first : words.find((word) => word === value);
  if (found !== undefined) return found;
  throw new UsageError(`--${name} cannot be "${value}". Write one of: ${words.join(', ')}.`);
}

function passMarkOf(percent: string | undefined): number | undefined {
  if (percent === undefined) return undefined;
  if (/^\d{1,3}$/.test(percent) && Number(percent) >= 1 && Number(percent) <= 100)
    return Number(percent) / 100;
  throw new UsageError(
    `--mastery cannot be "${percent}". Write a whole number from 1 to 100, without a sign: --mastery 75.`,
  );
}
