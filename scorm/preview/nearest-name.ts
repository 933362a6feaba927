/**
 * Finds the probable file for a missing name: one that differs only in case, Unicode normalisation or folder.
 * @returns undefined if no name is that close
 */
export function nearestName(missing: string, names: readonly string[]): string | undefined {
  const plain = (name: string) => name.normalize('NFC').toLowerCase();
  const last = (name: string) => plain(name).split('/').at(-1);
  return (
    names.find((name) => plain(name) === plain(missing)) ??
    names.find((name) => last(name) === last(missing))
  );
}
