/** The most likely intended name for an unknown word; undefined if none is similar. */
export function nearestName(word: string, names: Iterable<string>): string | undefined {
  const [best] = [...names]
    .filter((name) => name !== word)
    .map((name) => ({ name, distance: distance(word.toLowerCase(), name.toLowerCase()) }))
    .filter(({ name, distance }) => distance <= Math.max(1, Math.floor(name.length / 3)))
    .toSorted((a, b) => a.distance - b.distance);
  return best?.name;
}

/** Suggestion for an unknown name: the most likely intended one, then `otherwise`. */
export function nearestOr(word: string, names: readonly string[], otherwise: string): string {
  const near = nearestName(word, names);
  return near === undefined ? otherwise : `Did you mean "${near}"? ${otherwise}`;
}

/** Maximum number of names in a sentence; more would be a list to look up. */
const mostNames = 12;

/** Suggestion for an unknown name: the nearest name, or all names if there are few. */
export function oneOf(word: string, names: readonly string[], otherwise: string): string {
  const near = nearestName(word, names);
  if (near !== undefined) return `Did you mean "${near}"?`;
  return names.length <= mostNames ? `Write one of: ${names.join(', ')}.` : otherwise;
}

/** Number of letters added, left out, mistaken or swapped with their neighbour (optimal string alignment). */
function distance(a: string, b: string): number {
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const swapped = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      next[j] = Math.min(
        (row[j] ?? 0) + 1,
        (next[j - 1] ?? 0) + 1,
        (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1),
        swapped ? (before[j - 2] ?? Infinity) + 1 : Infinity,
      );
    }
    before = row;
    row = next;
  }
  return row[b.length] ?? 0;
}
