import type { z } from 'zod';
import type { Diagnostic } from './diagnostics/diagnostic.ts';
import { locate } from './diagnostics/diagnostic-place.ts';
import { parseWith } from './diagnostics/schema-diagnostics.ts';
import type { ContentFiles } from './files/content-files.ts';
import type { SourceFile } from './files/source-file.ts';
import type { MdxFile } from './mdx/mdx-file.ts';

/** Reads values from the content files and collects diagnostics of those that cannot be read. */
export class ContentReader {
  readonly files: ContentFiles;
  readonly diagnostics: Diagnostic[];
  /** Requested files that cannot be read, so their contents are unknown. */
  readonly unread = new Set<string>();
  readonly #read = new Set<string>();

  constructor(files: ContentFiles) {
    this.files = files;
    this.diagnostics = [...files.diagnostics];
  }

  /** The file at a path; reports a missing file. */
  file(path: string): SourceFile | undefined {
    const file = this.files.get(path);
    // A list that several readers ask for is reported once.
    if (this.#read.has(path)) return file;
    this.#read.add(path);
    if (file !== undefined) this.diagnostics.push(...file.diagnostics);
    else if (!this.diagnostics.some((one) => one.file === path))
      this.diagnostics.push({
        rule: 'missing-file',
        file: path,
        message: 'The file is missing.',
        suggestion: /\/(?:lessons|scenarios|cards|countries|documents)\//.test(path)
          ? 'Write the file, or take its name out of course.yaml.'
          : 'Write the file.',
      });
    return file;
  }

  yaml<S extends z.ZodType>(path: string, schema: S): z.output<S> | undefined {
    const value = this.#value(this.file(path), schema);
    if (value === undefined) this.unread.add(path);
    return value;
  }

  /** Like `yaml`, for an optional file. */
  optional<S extends z.ZodType>(path: string, schema: S): z.output<S> | undefined {
    return this.files.get(path) === undefined ? undefined : this.yaml(path, schema);
  }

  /**
   * An MDX file.
   * @returns the body if it can be read, even if the front matter does not match the schema
   */
  mdx<S extends z.ZodType>(
    path: string,
    schema: S,
  ): { frontmatter: z.output<S> | undefined; mdx: MdxFile; file: string } | undefined {
    const file = this.file(path);
    if (file === undefined) return undefined;
    return { frontmatter: this.#value(file, schema), mdx: file.mdx, file: path };
  }

  /** Adds the line of its field to a diagnostic. */
  located(diagnostic: Diagnostic): Diagnostic {
    const yaml = this.files.get(diagnostic.file)?.yaml;
    return yaml === undefined ? diagnostic : locate(diagnostic, yaml);
  }

  #value<S extends z.ZodType>(file: SourceFile | undefined, schema: S): z.output<S> | undefined {
    if (!file?.yaml?.isReadable) return undefined;
    const { value, diagnostics } = parseWith(schema, file.yaml);
    this.diagnostics.push(...diagnostics);
    return value;
  }
}
