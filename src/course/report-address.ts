/**
 * Address at which readers report mistakes, as set by the publisher of the course.
 * @param setting `REPORT_ADDRESS`: an email address, or a link that begins with `https:`, `http:` or `mailto:`
 * @returns the address of the link; undefined if nothing is set
 * @throws RangeError for anything else, because every page has the link, and `javascript:` or `data:` would run there
 */
export function reportAddress(setting: string | undefined): string | undefined {
  const trimmed = setting?.trim() ?? '';
  if (trimmed === '') return undefined;
  const address = /^[^\s:/?#@]+@[^\s:/?#@]+$/.test(trimmed) ? `mailto:${trimmed}` : trimmed;
  const { protocol } = URL.parse(address) ?? { protocol: '' };
  if (['https:', 'http:', 'mailto:'].includes(protocol)) return address;
  throw new RangeError(
    `REPORT_ADDRESS is ${JSON.stringify(trimmed)}. Write an address of mail, such as mistakes@example.org, or a link that begins with https://.`,
  );
}
