import { isUtf8 } from 'node:buffer';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { contentType, isText, kindOf } from './content-type.ts';

/** A file of a package as stored by the preview. */
export interface StoredFile {
  /** Name in the folder: a number, because names in zips are untrusted. */
  readonly stored: string;
  readonly type: string;
  readonly bytes: number;
}

/**
 * Writes the files of a package into a folder, with a brotli copy of each compressible file.
 * @returns the stored files by name in the package
 */
export function storeFiles(
  folder: string,
  files: ReadonlyMap<string, Uint8Array>,
): Map<string, StoredFile> {
  return new Map(
    Array.from(files, ([name, bytes], number) => {
      const type = contentType(name, isUtf8(bytes));
      // The server takes the extensions of brotli and gzip copies for content encodings.
      const kind = ['br', 'gz', ''].includes(kindOf(name)) ? 'bin' : kindOf(name);
      const stored = `${number}.${kind}`;
      writeFileSync(join(folder, stored), bytes);
      if (isText(type)) writeFileSync(join(folder, `${stored}.br`), compressed(bytes));
      return [name, { stored, type, bytes: bytes.length }];
    }),
  );
}

const compressed = (bytes: Uint8Array) =>
  brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } });
