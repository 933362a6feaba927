/** Three numbers up to 63, because stored progress has a digit for each. */
export const versionForm = /^(\d|[1-5]\d|6[0-3])(\.(\d|[1-5]\d|6[0-3])){2}$/;

/** Whether one version is later than another, number by number. */
export function isLater(one: string, other: string): boolean {
  const numbers = other.split('.').map(Number);
  for (const [place, number] of one.split('.').map(Number).entries())
    if (number !== numbers[place]) return number > (numbers[place] ?? 0);
  return false;
}
