import { isPair, isScalar, visit, type Document, type LineCounter } from 'yaml';
import type { FieldWords } from '../diagnostics/yaml-text.ts';

/** Keys whose values are names for the machine; `also` lists the names under which people search. */
const unread = new Set(
  'id also url source when checked date version at goto sets objective objectives'.split(' '),
);
/** Keys of a bibliography that repeat the words of others. */
const ofOthers = new Set(['title', 'container', 'authors', 'short', 'at']);

/**
 * The texts of a YAML document that are words for readers: keys and names for the machine are left out.
 * @param file path below the content folder
 * @param lineBefore lines of the file before the document
 */
export function fieldWords(
  document: Document,
  lines: LineCounter,
  file: string,
  lineBefore: number,
): FieldWords[] {
  const found: FieldWords[] = [];
  visit(document, {
    Pair(_, { key }) {
      const name = isScalar(key) ? String(key.value) : '';
      if (unread.has(name)) return visit.SKIP;
      if (file === 'sources.yaml' && ofOthers.has(name)) return visit.SKIP;
      return undefined;
    },
    Scalar(key, { value, range }, path) {
      if (key === 'key' || typeof value !== 'string' || !range) return;
      const [start, end] = range;
      const line = lineBefore + lines.linePos(start).line;
      found.push({ text: value, field: fieldOf(path), line, start, end });
    },
  });
  return found;
}

/** The nearest field above an entry of a list, or of the value itself. */
function fieldOf(path: readonly unknown[]): string {
  const pair = path.findLast((node) => isPair(node));
  return isPair(pair) && isScalar(pair.key) ? String(pair.key.value) : '';
}
