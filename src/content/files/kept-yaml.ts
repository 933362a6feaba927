import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { FieldWords, YamlText } from '../diagnostics/yaml-text.ts';
import { codeHash, keptPath, readKept, writeKept } from '../../build-cache/kept-file.ts';

/** Result of parsing a YAML text without mistakes. */
interface ParsedYaml {
  readonly value: unknown;
  readonly words: readonly FieldWords[];
}

/**
 * Cache of YAML texts parsed by earlier commands. Parsing is the slowest part of a content check, and few files
 * change between commands.
 */
export class KeptYaml {
  readonly #file: string;
  #texts: ReadonlyMap<string, ParsedYaml> = new Map();
  /** Hash of the code that parses; undefined until something is read. */
  #code: string | undefined;
  #isWritten = false;

  constructor(file = keptPath('yaml.json')) {
    this.#file = file;
  }

  /** Result of parsing a text; undefined if not in the cache. */
  get(source: string, file: string, lineBefore: number): ParsedYaml | undefined {
    return this.#texts.size === 0 ? undefined : this.#texts.get(keyOf(source, file, lineBefore));
  }

  /** Reads the texts that an earlier command kept. Later calls do nothing. */
  read(): void {
    if (this.#code !== undefined) return;
    this.#code = codeOfParser();
    this.#texts = readKept(this.#file, this.#code);
  }

  /**
   * Keeps texts for later commands, and drops all others. Texts with mistakes are not kept. Later calls do nothing:
   * a live preview would write the file at each save.
   */
  write(texts: readonly YamlText[]): void {
    if (this.#isWritten) return;
    this.#isWritten = true;
    const keyed = texts.map(
      (text) => [keyOf(text.source, text.file, text.lineBefore), text] as const,
    );
    if (keyed.length === this.#texts.size && keyed.every(([key]) => this.#texts.has(key))) return;
    const sound = keyed.flatMap(([key, { value, words, isReadable, diagnostics }]) =>
      isReadable && diagnostics.length === 0 && isPlain(value)
        ? [[key, { value, words }] as const]
        : [],
    );
    writeKept(this.#file, this.#code ?? codeOfParser(), sound);
  }
}

export const keptYaml = new KeptYaml();

const keyOf = (source: string, file: string, lineBefore: number): string =>
  createHash('sha256').update(`${file}\n${lineBefore}\n${source}`).digest('base64');

/** Whether JSON gives back the same value; YAML also has infinity, for instance. */
const isPlain = (value: unknown): boolean =>
  isDeepStrictEqual(value, JSON.parse(JSON.stringify(value)));

/** A hash of everything that the result of parsing depends on. */
function codeOfParser(): string {
  const folder = import.meta.dirname;
  return codeHash([
    ...['kept-yaml.ts', 'parse-yaml.ts', 'field-words.ts'].map((name) => join(folder, name)),
    join(folder, '../diagnostics/yaml-diagnostics.ts'),
    createRequire(import.meta.url).resolve('yaml/package.json'),
  ]);
}
