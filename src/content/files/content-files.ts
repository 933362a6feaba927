import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, matchesGlob } from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { SourceFile } from './source-file.ts';

/**
 * The files below a content folder. Each is parsed once, and again only if its bytes have changed, so that a
 * check after an edit only processes the edited files.
 */
export class ContentFiles {
  readonly root: string;
  /** Files and folders that cannot be read. */
  readonly diagnostics: Diagnostic[] = [];
  readonly #files: ReadonlyMap<string, SourceFile>;

  /** @param before the previous read of the same folder; unchanged files are reused */
  constructor(root: string, before?: ContentFiles) {
    this.root = root;
    this.#files = new Map(
      this.#list().flatMap((path) => {
        const bytes = this.#read(path);
        if (bytes === undefined) return [];
        const unchanged = before?.get(path);
        return unchanged && Buffer.compare(unchanged.bytes, bytes) === 0
          ? [[path, unchanged] as const]
          : [[path, new SourceFile(path, bytes)] as const];
      }),
    );
  }

  /** Paths of the files, sorted. */
  get paths(): string[] {
    return [...this.#files.keys()];
  }

  get(path: string): SourceFile | undefined {
    return this.#files.get(path);
  }

  /** Files whose path matches a glob pattern, sorted. */
  find(pattern: string): SourceFile[] {
    return [...this.#files].filter(([path]) => matchesGlob(path, pattern)).map(([, file]) => file);
  }

  /** Whether other files, read later with these as `before`, are identical to the byte. */
  equals(later: ContentFiles): boolean {
    // Without private fields: the other may come from the second copy of this module that Astro loads.
    const { paths } = later;
    return (
      this.diagnostics.length + later.diagnostics.length === 0 &&
      this.paths.length === paths.length &&
      paths.every((path) => this.get(path) === later.get(path))
    );
  }

  #list(): string[] {
    if (!existsSync(this.root)) {
      this.#unreadable(
        'course.yaml',
        `There is no folder ${this.root}.`,
        'Correct COURSE_CONTENT.',
      );
      return [];
    }
    return readdirSync(this.root, { recursive: true, withFileTypes: true })
      .flatMap((entry) => {
        const path = join(entry.parentPath, entry.name).slice(join(this.root, '/').length);
        const slashed = path.replaceAll('\\', '/');
        if (entry.isDirectory() && /\.(?:ya?ml|mdx|svg|json)$/.test(entry.name))
          this.#unreadable(slashed, 'This is a folder with the name of a file.', 'Rename it.');
        return entry.isFile() || entry.isSymbolicLink() ? [slashed] : [];
      })
      .toSorted();
  }

  #read(path: string): Uint8Array | undefined {
    if (!/\.(?:ya?ml|mdx|svg|json|txt)$/.test(path)) return undefined;
    try {
      return readFileSync(join(this.root, path));
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
      this.#unreadable(
        path,
        `The file cannot be read (${code}).`,
        'Allow this account to read it, or delete it.',
      );
      return undefined;
    }
  }

  #unreadable(file: string, message: string, suggestion: string) {
    this.diagnostics.push({ rule: 'unreadable-file', file, message, suggestion });
  }
}
