import { isScalar } from 'yaml';
import type { YamlText } from './yaml-text.ts';

/** A value beside the text that an author wrote for it. */
export class WrittenText {
  readonly value: unknown;
  readonly #yaml: YamlText;

  constructor(value: unknown, yaml: YamlText) {
    this.value = value;
    this.#yaml = yaml;
  }

  at(path: readonly PropertyKey[]): unknown {
    return path.reduce<unknown>(
      (value, key) =>
        typeof value === 'object' && value !== null
          ? (value as Record<PropertyKey, unknown>)[key]
          : undefined,
      this.value,
    );
  }

  /** The characters of a scalar as written in the file, without quotation marks. */
  scalar(path: readonly PropertyKey[]): string | undefined {
    const node: unknown = this.#yaml.document?.getIn([...path], true);
    if (!isScalar(node) || !node.range) return undefined;
    if (node.type !== 'PLAIN') return String(node.value);
    return this.#yaml.source.slice(node.range[0], node.range[1]);
  }

  isQuoted(path: readonly PropertyKey[]): boolean {
    const node: unknown = this.#yaml.document?.getIn([...path], true);
    return isScalar(node) && node.type?.startsWith('QUOTE') === true;
  }

  /** A value in a message: its characters for a text or a number, a word for a list or an object. */
  show(path: readonly PropertyKey[]): string {
    const value = this.at(path);
    const written = this.scalar(path) ?? '';
    if (value === null && written === '') return 'an empty value';
    if (Array.isArray(value)) return 'a list';
    if (typeof value === 'object' && value !== null) {
      const inside = Object.entries(value).map(([name, one]) => `${name}: ${String(one)}`);
      const isSmall = Object.values(value).every((one) => typeof one !== 'object');
      return isSmall && inside.length < 4 ? `{ ${inside.join(', ')} }` : 'fields with values';
    }
    return `"${written.length > 60 ? `${written.slice(0, 57)}...` : written}"`;
  }

  /** "Missing." or what was found. */
  found(path: readonly PropertyKey[]): string {
    return this.at(path) === undefined ? 'Missing.' : `Found ${this.show(path)}.`;
  }
}
