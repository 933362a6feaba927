import type { Document, LineCounter } from 'yaml';
import type { Diagnostic } from './diagnostic.ts';

/** YAML text, parsed once: a whole file, or the front matter of one. */
export interface YamlText {
  /** Path of the file below the content folder. */
  readonly file: string;
  readonly source: string;
  /** Lines of the file before the YAML. */
  readonly lineBefore: number;
  readonly lines: LineCounter;
  /** Absent where the text cannot be read as YAML. */
  readonly document?: Document.Parsed;
  readonly diagnostics: readonly Diagnostic[];
}
