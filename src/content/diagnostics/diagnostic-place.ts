import { isMap, isScalar, isSeq, type Document, type LineCounter, type Node } from 'yaml';
import type { Diagnostic } from './diagnostic.ts';

/** A file that was read as YAML, or the front matter of one. */
export interface ReadYaml {
  readonly document: Document;
  readonly lines: LineCounter;
  /** Lines of the file before the YAML. */
  readonly lineBefore: number;
}

/**
 * A fault whose field is a path in a YAML file, with the line on which an author finds it and the id
 * of each entry on the way: `line 12, 3 (first-word).options.1 (hello).feedback`. Where the field is
 * missing the line is that of the entry it is missing from.
 */
export function locate(fault: Diagnostic, { document, lines, lineBefore }: ReadYaml): Diagnostic {
  const steps = fault.field.replace(/ \([^)]*\)/g, '').split('.');
  let node: unknown = document.contents;
  let offset: number | undefined;
  const shown: string[] = [];
  while (steps.length > 0) {
    if (isSeq(node) && /^\d+$/.test(steps[0] ?? '')) {
      const index = steps.shift() ?? '';
      node = node.items[Number(index)];
      if (node === undefined) break;
      offset = startOf(node) ?? offset;
      const id = isMap(node) ? node.get('id') : undefined;
      shown.push(typeof id === 'string' ? `${index} (${id})` : index);
    } else if (isMap(node)) {
      // A key may hold dots itself, as those of interface.yaml do.
      const { items } = node;
      const found = steps
        .map((_, length) => steps.slice(0, steps.length - length))
        .map((key) => ({ key, pair: items.find((pair) => keyOf(pair.key) === key.join('.')) }))
        .find(({ pair }) => pair !== undefined);
      if (found?.pair === undefined) break;
      steps.splice(0, found.key.length);
      shown.push(found.key.join('.'));
      offset = startOf(found.pair.key) ?? offset;
      node = found.pair.value;
    } else break;
  }
  if (offset === undefined) return fault;
  const line = lines.linePos(offset).line + lineBefore;
  return { ...fault, field: `line ${line}, ${[...shown, ...steps].join('.')}` };
}

const keyOf = (key: unknown) => (isScalar(key) ? String(key.value) : undefined);
const startOf = (node: unknown) => (node as Node | null)?.range?.[0];
