import { existsSync, globSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseDocument } from 'yaml';
import { z } from 'zod';
import type { Fault } from '../course/fault.ts';
import { codeWords } from './code-words.ts';
import { readMdx } from './mdx-file.ts';
import { parseWith } from './schema-faults.ts';

/** Reads files below the content folder and gathers what is wrong with them. */
export class ContentReader {
  readonly root: string;
  readonly faults: Fault[] = [];

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
    if (existsSync(path)) return readFileSync(path, 'utf8');
    this.faults.push({
      file,
      field: '(the whole file)',
      found: 'Missing.',
      remedy: 'Write the file.',
    });
    return undefined;
  }

  /** As `yaml`, of a file that a course may do without. */
  optional<S extends z.ZodType>(file: string, schema: S): z.output<S> | undefined {
    return existsSync(join(this.root, file)) ? this.yaml(file, schema) : undefined;
  }

  /** Words of short codes; a language may do without, and then offers none. */
  codeWords(file: string): string[] {
    if (!existsSync(join(this.root, file))) return [];
    const { words, faults } = codeWords(this.text(file) ?? '', file);
    this.faults.push(...faults);
    return words;
  }

  yaml<S extends z.ZodType>(file: string, schema: S): z.output<S> | undefined {
    const text = this.text(file);
    if (text === undefined) return undefined;
    const document = parseDocument(text, { prettyErrors: true });
    if (document.errors.length > 0) {
      for (const error of document.errors)
        this.faults.push({
          file,
          field: `line ${error.linePos?.[0].line ?? 1}`,
          found: `Cannot be read as YAML: ${error.message.split(' at line')[0]}.`,
          remedy: 'Put the text in "quotes" if it holds a colon, or mend the indentation there.',
        });
      return undefined;
    }
    const { value, faults } = parseWith(schema, document.toJS(), file);
    this.faults.push(...faults);
    return value;
  }

  mdx<S extends z.ZodType>(file: string, schema: S) {
    const text = this.text(file);
    if (text === undefined) return undefined;
    const { mdx, faults } = readMdx(text, file);
    this.faults.push(...faults);
    const frontmatter = parseWith(schema, mdx.frontmatter, file);
    this.faults.push(...frontmatter.faults);
    return frontmatter.value === undefined
      ? undefined
      : { frontmatter: frontmatter.value, mdx, file };
  }
}
