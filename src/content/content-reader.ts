import { existsSync, globSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { LineCounter, parseDocument } from 'yaml';
import { z } from 'zod';
import type { Diagnostic } from './diagnostics/diagnostic.ts';
import { codeWords } from './rules/code-words.ts';
import { readMdx } from './mdx/mdx-file.ts';
import { frontMatterOf } from './mdx/front-matter.ts';
import { locate, type ReadYaml } from './diagnostics/diagnostic-place.ts';
import { parseWith } from './diagnostics/schema-diagnostics.ts';
import { textOf } from './text-file.ts';
import { yamlFaults } from './diagnostics/yaml-diagnostics.ts';

/** Reads files below the content folder and gathers what is wrong with them. */
export class ContentReader {
  readonly root: string;
  readonly faults: Diagnostic[] = [];
  /** Files that were asked for and cannot be read; what they name is not known. */
  readonly unread = new Set<string>();
  readonly #told = new Set<string>();
  readonly #documents = new Map<string, ReadYaml>();

  constructor(root: string) {
    this.root = root;
  }

  find(pattern: string): string[] {
    return globSync(join(this.root, pattern))
      .map((path) => relative(this.root, path))
      .toSorted();
  }

  text(file: string): string | undefined {
    const path = join(this.root, file);
    if (existsSync(path)) {
      const { text, faults } = textOf(readFileSync(path), file);
      // A list that several readers ask for is read more than once.
      if (!this.#told.has(file)) this.faults.push(...faults);
      this.#told.add(file);
      return text;
    }
    this.faults.push({
      file,
      field: '(the whole file)',
      message: 'Missing.',
      suggestion: /\/(?:lessons|scenarios|cards|countries)\//.test(file)
        ? 'Write the file, or take its name out of course.yaml.'
        : 'Write the file.',
    });
    return undefined;
  }

  /** As `yaml`, of a file that a course may do without. */
  optional<S extends z.ZodType>(file: string, schema: S): z.output<S> | undefined {
    return existsSync(join(this.root, file)) ? this.yaml(file, schema) : undefined;
  }

  /** A file that is used as it is, by what a check finds in its text. */
  check(file: string, faultsIn: (text: string, file: string) => Diagnostic[]): void {
    const text = this.text(file);
    if (text !== undefined) this.faults.push(...faultsIn(text, file));
  }

  /** Words of short codes; a language may do without, and then offers none. */
  codeWords(file: string): string[] {
    if (!existsSync(join(this.root, file))) return [];
    const { words, faults } = codeWords(this.text(file) ?? '', file);
    this.faults.push(...faults);
    return words;
  }

  yaml<S extends z.ZodType>(file: string, schema: S): z.output<S> | undefined {
    const value = this.#value(file, schema);
    if (value === undefined) this.unread.add(file);
    return value;
  }

  #value<S extends z.ZodType>(file: string, schema: S): z.output<S> | undefined {
    const text = this.text(file);
    if (text === undefined) return undefined;
    const document = this.#parse(text, file);
    if (document === undefined) return undefined;
    const { value, faults } = parseWith(schema, document.toJS(), file);
    this.faults.push(...faults);
    return value;
  }

  /**
   * An MDX file.
   * @returns the body where it can be read, even if the front matter is not what the schema asks for
   */
  mdx<S extends z.ZodType>(file: string, schema: S) {
    const text = this.text(file);
    if (text === undefined) return undefined;
    const { mdx, faults } = readMdx(text, file);
    this.faults.push(...faults);
    const front = frontMatterOf(text, file);
    if ('message' in front) {
      this.faults.push(front);
      return { frontmatter: undefined, mdx, file };
    }
    const { source, lineBefore } = front;
    const document = this.#parse(source, file, lineBefore);
    if (document === undefined) return { frontmatter: undefined, mdx, file };
    const { value, faults: slips } = parseWith(schema, document.toJS(), file);
    this.faults.push(...slips);
    return { frontmatter: value, mdx, file };
  }

  /** A fault with the line of the field it names, where the file is YAML or has front matter. */
  located(fault: Diagnostic): Diagnostic {
    const read = this.#documents.get(fault.file);
    return read === undefined ? fault : locate(fault, read);
  }

  #parse(source: string, file: string, lineBefore = 0) {
    const lines = new LineCounter();
    const document = parseDocument(source, { lineCounter: lines });
    const faults = yamlFaults(document, source, file, lineBefore);
    this.faults.push(...faults);
    if (document.errors.length > 0) return undefined;
    this.#documents.set(file, { document, lines, lineBefore });
    return document;
  }
}
