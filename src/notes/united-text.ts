/**
 * Two texts that somebody wrote in the same place on two devices, in one: nothing of either is lost, and
 * bringing the same again changes nothing.
 */
export function unitedText(here: string, brought: string): string {
  if (here.includes(brought)) return here;
  if (brought.includes(here)) return brought;
  return `${here}\n\n${brought}`;
}
