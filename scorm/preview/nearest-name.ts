/**
 * Finds the name that was probably meant: the same but for capitals, the form of accents or the folder.
 * @returns undefined where no name is so near
 */
export function nearestName(wanted: string, names: readonly string[]): string | undefined {
  const plain = (name: string) => name.normalize('NFC').toLowerCase();
  const last = (name: string) => plain(name).split('/').at(-1);
  return (
    names.find((name) => plain(name) === plain(wanted)) ??
    names.find((name) => last(name) === last(wanted))
  );
}
