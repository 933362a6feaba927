import { parsedObject } from '../../../src/codec/json.ts';
import { createHash } from 'node:crypto';

/** A stored document of a record store (xAPI 1.0.3, Part Three, 2.2). */
export interface StoredDocument {
  readonly type: string;
  readonly text: string;
}

/** Entity tag of a document (xAPI 1.0.3, Part Three, 3.1). */
export const tagOf = ({ text }: StoredDocument): string =>
  `"${createHash('sha1').update(text).digest('hex')}"`;

/**
 * The document after a write.
 * @returns 400 if the write is refused
 */
export function written(
  before: StoredDocument | undefined,
  method: string,
  sent: StoredDocument,
): StoredDocument | 400 {
  if (/json/.test(sent.type) && parsedObject(sent.text) === undefined && method === 'POST')
    return 400;
  if (method !== 'POST' || before === undefined) return sent;
  // A POST joins the properties of two JSON objects (Part Three, 2.2, "JSON Procedure").
  const [old, added] = [parsedObject(before.text), parsedObject(sent.text)];
  if (!/json/.test(before.type) || old === undefined || added === undefined) return 400;
  return { type: before.type, text: JSON.stringify({ ...old, ...added }) };
}
