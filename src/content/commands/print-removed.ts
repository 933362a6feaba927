/** Prints what the last published version had and the course no longer has. */
export function printRemoved(removed: readonly string[]): void {
  if (removed.length > 0)
    console.log(['To look at:', ...removed.map((line) => `  ${line}`)].join('\n'));
}
