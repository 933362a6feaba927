import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { fastDeflate, zipPackage } from '../../../scorm/package/zip-package.ts';
import { bundleStyles } from '../../bundling/bundle.ts';
import { composeHandbook, type Material } from '../../handbook/compose.ts';
import { epubFiles, mimetypeFile } from '../../handbook/epub/epub.ts';
import type { Handbook } from '../../handbook/handbook.ts';
import { levelsOfFiles } from '../../handbook/levels.ts';

const folder = join(import.meta.dirname, '../../handbook/epub');

let style: Promise<string> | undefined;

/** Makes the EPUB of a handbook. The output is reproducible: the same material gives the same bytes. */
export async function epubFile(handbook: Handbook, material: Material): Promise<Uint8Array> {
  const { course } = material;
  const files = epubFiles(handbook, composeHandbook(handbook, material, levelsOfFiles), course, {
    style: await (style ??= bundleStyles(join(folder, 'epub.css'))),
    identifier: identifierOf(course.id, course.language, handbook.path),
  });
  const bytes = [...files].map(([path, text]) => [path, new TextEncoder().encode(text)] as const);
  return zipPackage(new Map(bytes), mimetypeFile, fastDeflate);
}

/** A UUID derived from the words, stable across versions of a handbook (RFC 9562, version 8). */
function identifierOf(...words: readonly string[]): string {
  const hash = createHash('sha256').update(words.join('\0')).digest('hex');
  const variant = '8';
  const parts = [
    hash.slice(0, 8),
    hash.slice(8, 12),
    `8${hash.slice(13, 16)}`,
    `${variant}${hash.slice(17, 20)}`,
    hash.slice(20, 32),
  ];
  return `urn:uuid:${parts.join('-')}`;
}
