import { spawnSync } from 'node:child_process';
import {
  cpSync,
  globSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { unzipSync } from 'fflate';
import { JSDOM } from 'jsdom';
import { siteServer } from '../../src/publish/serve.ts';
import { smallContent } from '../browser/small-content.ts';
import { CopyProcess, type Ran } from './copy-process.ts';

/** One thing that is added to the sources: its files, and its lines in lists. */
interface Extension {
  /** Path below `tests/extension`, and where the same lies in the sources. */
  readonly files: Readonly<Record<string, string>>;
  /** Its lines in each list, by the path of the list. */
  readonly lines: Readonly<Record<string, readonly Line[]>>;
}

interface Line {
  readonly line: string;
  /** The text that follows it; the end of the file by default. */
  readonly before?: string;
  /** The text after which `before` is looked for. */
  readonly after?: string;
}

/** A toy of each family, which share no file. */
export const extensions = {
  'a question kind': {
    files: { 'question-kind/estimate': 'src/questions/estimate' },
    lines: {
      'src/questions/registry.ts': [{ line: "export { estimate } from './estimate/kind.ts';" }],
    },
  },
  'a lesson component': {
    files: { 'lesson-component/Postcard': 'src/lesson/Postcard' },
    lines: {
      'src/lesson/registry.ts': [
        { line: "export { definition as postcard } from './Postcard/definition.ts';" },
      ],
    },
  },
  'a content rule': {
    files: { 'content-rule/loud-word.ts': 'src/content/rules/loud-word.ts' },
    lines: {
      'src/content/rules/registry.ts': [{ line: "export { loudWord } from './loud-word.ts';" }],
    },
  },
  'a page': {
    files: {
      'page/greetings': 'src/greetings',
      'page/greetings.astro': 'src/pages/[language]/greetings.astro',
    },
    lines: {
      'src/content/site-pages.ts': [{ line: "  'greetings',", before: '] as const;' }],
    },
  },
  'a recorded fact': {
    files: { 'recorded-fact/bookmarks.ts': 'src/progress/slices/bookmarks.ts' },
    // Four lists, because most pages and launches load the first alone.
    lines: {
      'src/progress/slices/registry.ts': [
        { line: "import { bookmarks } from './bookmarks.ts';", before: 'import { cases' },
        { line: '  bookmarks,', after: 'export const slices', before: '};' },
      ],
      'src/progress/slices/stored/registry.ts': [
        {
          line: "import { storedBookmarks } from '../bookmarks.ts';",
          before: 'import { storedCases',
        },
        {
          line: '  bookmarks: storedBookmarks,',
          after: 'export const storedSlices',
          before: '} satisfies',
        },
      ],
      'src/progress/slices/copies/registry.ts': [
        {
          line: "import { copiedBookmarks } from '../bookmarks.ts';",
          before: 'import { copiedCases',
        },
        {
          line: '  bookmarks: copiedBookmarks,',
          after: 'export const copiedSlices',
          before: '} satisfies',
        },
      ],
      'src/progress/slices/from-json.ts': [
        { line: '  bookmarks: stringsOf,', after: 'export const fromJson', before: '} satisfies' },
      ],
    },
  },
} satisfies Record<string, Extension>;

const check = 'src/content/commands/check.ts';

/** Relative path from `tests/extension` to the sources, as the fixtures write it. */
const sources = /(?:\.\.\/)+src\//g;

/**
 * A copy of the sources to which a toy of each family is added, with a small course that uses them.
 * Its site and its packages can be looked at from one end to the other.
 */
export class ExtendedCourse {
  readonly folder = mkdtempSync(join(tmpdir(), 'extended-'));
  readonly #server = siteServer(this.path('dist/site'));
  readonly #packages = new Map<string, Readonly<Record<string, Uint8Array>>>();
  readonly #env = { ...process.env, COURSE_CONTENT: 'small' };
  readonly #process = new CopyProcess(this.folder, this.#env);

  constructor() {
    for (const path of ['src', 'scorm', 'tests', 'content'])
      cpSync(path, this.path(path), { recursive: true });
    for (const path of ['astro.config.mjs', 'package.json']) cpSync(path, this.path(path));
    symlinkSync(resolve('node_modules'), this.path('node_modules'));
    for (const { files, lines } of Object.values<Extension>(extensions)) {
      for (const [from, to] of Object.entries(files)) this.#add(from, to);
      for (const [path, added] of Object.entries(lines))
        this.change(path, (text) => added.reduce(withLine, text));
    }
    smallContent(this.path('small'));
  }

  path(path: string): string {
    return join(this.folder, path);
  }

  read(path: string): string {
    return readFileSync(this.path(path), 'utf8');
  }

  change(path: string, how: (text: string) => string): void {
    writeFileSync(this.path(path), how(this.read(path)));
  }

  /** Runs a script of the copy with its content, as a command of its own. */
  run(...args: string[]): Ran {
    const { status, stdout, stderr } = spawnSync(process.execPath, args, {
      cwd: this.folder,
      encoding: 'utf8',
      env: this.#env,
    });
    return { status, output: stdout + stderr };
  }

  /** Runs lines of a module in the copy. @returns what their last expression, `answer`, holds */
  async evaluate(lines: string): Promise<unknown> {
    writeFileSync(this.path('lines.mjs'), `${lines}\nconsole.log(JSON.stringify(answer));`);
    const { output } = await this.#process.run('lines.mjs');
    try {
      return JSON.parse(output);
    } catch {
      throw new Error(output);
    }
  }

  /**
   * The content check, while a file of the small course or of the sources has another text.
   * @returns what it reports
   */
  async checkWith(path: string, how: (text: string) => string): Promise<string> {
    const before = this.read(path);
    this.change(path, how);
    // Sources that were read stay as they were read.
    const isSource = path.startsWith('src/');
    const { output } = isSource ? this.run(check) : await this.#process.run(check);
    this.change(path, () => before);
    return output;
  }

  /** A built page, without its scripts. */
  page(path: string): Document {
    return new JSDOM(this.read(`dist/site/${path}`)).window.document;
  }

  /** The text of all stylesheets of a built page. */
  styles(path: string): string {
    return [...this.page(path).querySelectorAll('link[rel="stylesheet"]')]
      .map((link) => this.read(join('dist/site', dirname(path), link.getAttribute('href') ?? '')))
      .join('');
  }

  /** Addresses that the search page of the site gives for a query. */
  async found(query: string): Promise<string[]> {
    const { window } = await this.open(`en/search.html?q=${encodeURIComponent(query)}`);
    const links = () => [...window.document.querySelectorAll('[data-part="list"] a')];
    await until(() => links().length > 0);
    return links().map((link) => link.getAttribute('href') ?? '');
  }

  /** The text of a file in the package for a standard, which is built when it is first asked for. */
  async package(standard: string): Promise<(path: string) => string> {
    let files = this.#packages.get(standard);
    if (files === undefined) {
      await this.evaluate(`
        import { quickPackages } from './tests/fixtures/quick-packages.ts';
        await quickPackages(['--standard', '${standard}'], 'dist');
        const answer = 'built';`);
      files = unzipSync(readFileSync(this.path(this.#one(`dist/packages/*-${standard}.zip`))));
      this.#packages.set(standard, files);
    }
    const built = files;
    return (path) => new TextDecoder().decode(built[path]);
  }

  /** Opens a built page with its scripts. */
  async open(path: string): Promise<JSDOM> {
    // Builds in between block this process longer than a server keeps an idle connection.
    this.#server.keepAliveTimeout = 0;
    if (!this.#server.listening)
      await new Promise<void>((done) => this.#server.listen(0, '127.0.0.1', done));
    const { port } = this.#server.address() as AddressInfo;
    const dom = await JSDOM.fromURL(`http://127.0.0.1:${port}/${path}`, {
      runScripts: 'dangerously',
      resources: 'usable',
      pretendToBeVisual: true,
      beforeParse(window) {
        // Functions that only a page with a layout has.
        window.Element.prototype.scrollIntoView = () => undefined;
        window.IntersectionObserver = QuestionsInView;
      },
    });
    await until(() => dom.window.document.readyState === 'complete');
    return dom;
  }

  remove(): void {
    this.#process.end();
    this.#server.closeAllConnections();
    this.#server.close();
    rmSync(this.folder, { recursive: true });
  }

  #add(from: string, to: string): void {
    cpSync(join('tests/extension', from), this.path(to), { recursive: true });
    const within = globSync(`${to.replace('[', '[[]')}{,/**/*}.{ts,astro}`, { cwd: this.folder });
    for (const path of [...within, ...(/\.\w+$/.test(to) ? [to] : [])])
      this.change(path, (text) =>
        text.replaceAll(sources, `${relative(dirname(path), 'src').replace(/^(?!\.)/, './')}/`),
      );
  }

  #one(pattern: string): string {
    const [path] = globSync(pattern, { cwd: this.folder });
    if (path === undefined) throw new Error(`there is no ${pattern}`);
    return path;
  }
}

function withLine(text: string, { line, before, after = '' }: Line): string {
  const at = before === undefined ? text.length : text.indexOf(before, text.indexOf(after));
  return `${text.slice(0, at)}${line}\n${text.slice(at)}`;
}

/** Waits until something is there. @throws when it does not come */
export async function until(found: () => unknown): Promise<void> {
  for (let tries = 0; tries < 500 && !found(); tries++)
    await new Promise((next) => setTimeout(next, 10));
  if (!found()) throw new Error(`waited in vain: ${String(found)}`);
}

/** A page of which the questions are in view, and nothing else. */
class QuestionsInView implements IntersectionObserver {
  readonly #tell: IntersectionObserverCallback;
  readonly root = null;
  readonly rootMargin = '';
  readonly scrollMargin = '';
  readonly thresholds = [];
  constructor(tell: IntersectionObserverCallback) {
    this.#tell = tell;
  }
  observe({ localName }: Element): void {
    if (localName === 'check-question')
      this.#tell([{ isIntersecting: true } as IntersectionObserverEntry], this);
  }
  unobserve(): void {}
  disconnect(): void {}
  takeRecords(): [] {
    return [];
  }
}
