import { type Document, LineCounter, parseDocument } from 'yaml';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { yamlDiagnostics } from '../diagnostics/yaml-diagnostics.ts';
import type { YamlText } from '../diagnostics/yaml-text.ts';
import { fieldWords } from './field-words.ts';
import { keptYaml } from './kept-yaml.ts';

/**
 * Maximum number of anchors in a file, more than an author writes by mistake; composing many takes quadratic
 * time.
 */
const mostAnchors = 100;

interface Parsed {
  readonly lines: LineCounter;
  /** Absent where the text cannot be read as YAML. */
  readonly document?: Document.Parsed;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * YAML text, parsed only if the cache of earlier commands lacks the result. Never throws.
 * @param file path below the content folder
 * @param lineBefore lines of the file before the text, as for front matter
 */
export function parseYaml(source: string, file: string, lineBefore = 0): YamlText {
  const kept = keptYaml.get(source, file, lineBefore);
  let parsed: Parsed | undefined;
  const whole = () => (parsed ??= parse(source, file, lineBefore));
  let value: unknown;
  let hasValue = false;
  let words: YamlText['words'] | undefined;
  return {
    file,
    source,
    lineBefore,
    get lines() {
      return whole().lines;
    },
    get document() {
      return whole().document;
    },
    get isReadable() {
      return kept !== undefined || whole().document !== undefined;
    },
    get value() {
      if (kept) return kept.value;
      if (!hasValue) value = whole().document?.toJS({ maxAliasCount: 0 });
      hasValue = true;
      return value;
    },
    get words() {
      if (kept) return kept.words;
      const { document, lines } = whole();
      return (words ??= document ? fieldWords(document, lines, file, lineBefore) : []);
    },
    get diagnostics() {
      return kept ? [] : whole().diagnostics;
    },
  };
}

function parse(source: string, file: string, lineBefore: number): Parsed {
  const lines = new LineCounter();
  const unreadable = (message: string, suggestion: string): Parsed => ({
    lines,
    diagnostics: [{ rule: 'yaml-syntax', file, message, suggestion }],
  });
  if ((source.match(/(?:^|[\s:,[{-])[&*][^\s,\]}]/gm)?.length ?? 0) > mostAnchors)
    return unreadable(
      'Very many texts begin with & or *, which YAML reads as names of its own.',
      'Put each such text in quotes.',
    );
  try {
    const document = parseDocument(source, { lineCounter: lines });
    const diagnostics = yamlDiagnostics(document, source, lines, file, lineBefore);
    return { lines, ...(document.errors.length === 0 && { document }), diagnostics };
  } catch (error) {
    return error instanceof RangeError
      ? unreadable('The fields are nested too deeply to be read.', 'Write them less deep.')
      : unreadable(`The file cannot be read: ${String(error)}.`, 'Correct its YAML.');
  }
}
