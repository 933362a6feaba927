import type { Document, LineCounter } from 'yaml';
import type { Diagnostic } from './diagnostic.ts';

/** YAML text: a whole file, or front matter. Parsed lazily. */
export interface YamlText {
  /** Path of the file below the content folder. */
  readonly file: string;
  readonly source: string;
  /** Lines of the file before the YAML. */
  readonly lineBefore: number;
  readonly lines: LineCounter;
  /** Absent where the text cannot be read as YAML. */
  readonly document: Document.Parsed | undefined;
  /** Whether the text can be read as YAML. */
  readonly isReadable: boolean;
  /** The value of the text; undefined where it cannot be read. */
  readonly value: unknown;
  /** The words of its fields, in order; none where it cannot be read. */
  readonly words: readonly FieldWords[];
  readonly diagnostics: readonly Diagnostic[];
}

/** A text among the values of a YAML text. */
export interface FieldWords {
  readonly text: string;
  /** Key of the nearest field. */
  readonly field: string;
  /** Line in the file, from 1. */
  readonly line: number;
  /** Start and end in the source, in characters. */
  readonly start: number;
  readonly end: number;
}
