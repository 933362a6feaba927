/**
 * A PDF of Chromium without what differs between two prints of one page: the moment, and the numbers of
 * elements, which count on from page to page. Every text keeps its length, so the table of offsets stays right
 * (ISO 32000-1, 7.5.4); numbers keep their order, in which the tree of ids is sorted (7.9.6).
 */
export function withoutMoment(pdf: Uint8Array): Uint8Array {
  const text = Buffer.from(pdf).toString('latin1');
  const ids = [...new Set([...text.matchAll(/\(node(\d{8})\)/g)].map(([, id = '']) => id))];
  const numbers = new Map(
    ids.toSorted().map((id, place) => [id, String(place + 1).padStart(8, '0')]),
  );
  const steady = text
    .replaceAll(/(\/(?:CreationDate|ModDate) \(D:)\d{14}/g, '$120200101000000')
    .replaceAll(/\(node(\d{8})\)/g, (_, id: string) => `(node${numbers.get(id) ?? id})`);
  return Buffer.from(steady, 'latin1');
}
