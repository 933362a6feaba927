/** A statement or block of a sheet. The head of a block is the text before its brace. */
interface Part {
  readonly head: string;
  readonly body?: string;
}

/**
 * Merges consecutive blocks of the same layer, or of `@media print`, in a minified stylesheet. A bundle has one block
 * for each file, and repeats the names of layers without rules.
 */
export function mergedLayers(css: string): string {
  const merged: { head: string; body?: string }[] = [];
  for (const part of parts(css)) {
    const last = merged.at(-1);
    if (part.body === undefined) {
      if (!/^@layer [\w-]+;$/.test(part.head)) merged.push(part);
    } else if (last?.body !== undefined && isShared(part.head) && last.head === part.head)
      last.body += part.body;
    else merged.push({ ...part });
  }
  return merged
    .map(({ head, body }) =>
      body === undefined ? head : `${head}{${isShared(head) ? mergedLayers(body) : body}}`,
    )
    .join('');
}

const isShared = (head: string) => /^@layer [\w-]+$|^@media print$/.test(head);

/** The top-level parts of a sheet; braces in strings and quoted URLs are text. */
function parts(css: string): Part[] {
  const found: Part[] = [];
  let [start, open, depth] = [0, 0, 0];
  for (const { 0: token, index } of css.matchAll(/"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|[{};]/gs)) {
    if (token === '{' && depth++ === 0) open = index;
    const isEnd = token === '}' && --depth === 0;
    if (isEnd) found.push({ head: css.slice(start, open), body: css.slice(open + 1, index) });
    else if (token === ';' && depth === 0) found.push({ head: css.slice(start, index + 1) });
    else continue;
    start = index + 1;
  }
  const rest = css.slice(start).trim();
  return rest === '' ? found : [...found, { head: rest }];
}
