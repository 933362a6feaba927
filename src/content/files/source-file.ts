import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { frontMatterOf } from '../mdx/front-matter.ts';
import { readMdx, type MdxFile } from '../mdx/mdx-file.ts';
import { passagesIn, type Passage } from '../mdx/passage.ts';
import { parseDrawing, type Drawing } from './drawing.ts';
import { decodeText } from './decode-text.ts';
import type { YamlText } from '../diagnostics/yaml-text.ts';
import { parseYaml } from './parse-yaml.ts';

/** A file that authors write, parsed lazily and cached. */
export class SourceFile {
  /** Path below the content folder, with `/` between folders. */
  readonly path: string;
  readonly bytes: Uint8Array;
  /** Absent where the bytes are no UTF-8 text. */
  readonly text: string | undefined;
  readonly #encoding: readonly Diagnostic[];
  #yaml: YamlText | Diagnostic | undefined;
  #mdx: MdxFile | undefined;
  #drawing: Drawing | undefined;
  #passages: readonly Passage[] | undefined;

  constructor(path: string, bytes: Uint8Array) {
    this.path = path;
    this.bytes = bytes;
    const { text, diagnostics } = decodeText(bytes, path);
    this.text = text;
    this.#encoding = diagnostics;
  }

  /** The file as YAML, or the front matter of an MDX file. Absent if there is none, or for other kinds of files. */
  get yaml(): YamlText | undefined {
    const read = this.text === undefined || !this.#hasYaml ? undefined : this.#readYaml();
    return read && 'source' in read ? read : undefined;
  }

  /** The body of an MDX file. */
  get mdx(): MdxFile {
    return (this.#mdx ??= readMdx(this.text ?? '', this.path));
  }

  /** The elements of an SVG file. */
  get drawing(): Drawing {
    return (this.#drawing ??= parseDrawing(this.text ?? '', this.path));
  }

  /** Every run of words that a reader meets. */
  get passages(): readonly Passage[] {
    return (this.#passages ??= passagesIn(this));
  }

  /** Mistakes that keep the file from being read. */
  get diagnostics(): readonly Diagnostic[] {
    if (this.text === undefined) return this.#encoding;
    if (this.path.endsWith('.svg')) return [...this.#encoding, ...this.drawing.diagnostics];
    if (!this.#hasYaml) return this.#encoding;
    const yaml = this.#readYaml();
    return [
      ...this.#encoding,
      ...(this.path.endsWith('.mdx') ? this.mdx.diagnostics : []),
      ...('source' in yaml ? yaml.diagnostics : [yaml]),
    ];
  }

  get #hasYaml(): boolean {
    return /\.(?:ya?ml|json|mdx)$/.test(this.path);
  }

  #readYaml(): YamlText | Diagnostic {
    if (this.#yaml !== undefined) return this.#yaml;
    const text = this.text ?? '';
    if (!this.path.endsWith('.mdx')) return (this.#yaml = parseYaml(text, this.path));
    const front = frontMatterOf(text, this.path);
    return (this.#yaml =
      'rule' in front ? front : parseYaml(front.source, this.path, front.lineBefore));
  }
}
