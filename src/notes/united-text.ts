/**
 * Merges two texts written in the same place on two devices. Nothing of either is lost, and merging the same text again
 * changes nothing.
 */
export function unitedText(here: string, brought: string): string {
  if (here.includes(brought)) return here;
  if (brought.includes(here)) return brought;
  return `${here}\n\n${brought}`;
}
