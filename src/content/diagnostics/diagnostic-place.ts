import { isMap, isScalar, isSeq, type Node } from 'yaml';
import type { YamlText } from './yaml-text.ts';
import type { Diagnostic } from './diagnostic.ts';

/**
 * A diagnostic whose field is a path in a YAML file, with the line on which an author finds it and the
 * id of each entry on the way: `3 (first-word).options.1 (hello).feedback`. Where the field is missing
 * the line is that of the entry it is missing from.
 */
export function locate(diagnostic: Diagnostic, yaml: YamlText): Diagnostic {
  const { document, lines, lineBefore } = yaml;
  if (diagnostic.line !== undefined || diagnostic.field === undefined || document === undefined)
    return diagnostic;
  const steps = diagnostic.field.replace(/ \([^)]*\)/g, '').split('.');
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
  const line = offset === undefined ? 1 : lines.linePos(offset).line + lineBefore;
  return { ...diagnostic, line, field: [...shown, ...steps].join('.') };
}

const keyOf = (key: unknown) => (isScalar(key) ? String(key.value) : undefined);
const startOf = (node: unknown) => (node as Node | null)?.range?.[0];
