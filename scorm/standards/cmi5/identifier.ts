import { fnv1a } from '../../../src/progress/released/fnv1a.ts';

const hex = (value: number) => (value >>> 0).toString(16).padStart(8, '0');

/** 32 digits in the form of a UUID (RFC 9562), with its version and variant. */
function formed(digits: string, version: 4 | 5): string {
  const variant = '89ab'[Number.parseInt(digits[16] ?? '0', 16) % 4];
  const marked = `${digits.slice(0, 12)}${version}${digits.slice(13, 16)}${variant}${digits.slice(17)}`;
  return marked.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/**
 * A name-based UUID, like version 5: the same name gives the same UUID. It identifies and is not secure.
 */
export const uuidOf = (name: string): string =>
  formed(
    [0x811c9dc5, 0x01000193, 0x2f3a9d1b, 0x7c15f00d]
      .map((offset) => hex(fnv1a(name, offset)))
      .join(''),
    5,
  );

/** A random UUID, also in an insecure context, where `randomUUID` is missing. */
export const randomUuid = (): string =>
  formed([...crypto.getRandomValues(new Uint32Array(4))].map(hex).join(''), 4);
