/**
 * Normalises a PDF from Chromium, so that two prints of one page are identical: replaces the timestamps, and
 * the element numbers, which Chromium continues from page to page. Every string keeps its length, so the
 * cross-reference table stays valid (ISO 32000-1, 7.5.4); numbers keep their order, by which the name tree of
 * ids is sorted (7.9.6).
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
