import { createHash } from 'node:crypto';
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import { codeHash, keptPath, readKept, writeKept } from '../build-cache/kept-file.ts';

/** Compresses bytes with Brotli (RFC 7932), at a quality from 0 to 11. */
type Compress = (bytes: Uint8Array, quality: number) => Promise<Uint8Array>;

/** Quality 11 takes 2.5 times as long and saves only 2 to 3 %. */
const good = 10;
/**
 * Quality 5 takes a tenth of the time, and the output is a seventh larger. Used for pages and scripts for trainers and
 * reviewers, and for long printable pages that repeat text of other pages.
 */
const quick = 5;
const forFew = /^(?:[\w-]+\/)?(?:review|workshop|handbook)\/.*\.html$|^assets\/workshop-[^/]+\.js$/;
/** Files loaded late or in parts: the parts of the search index, and the question banks. */
const inParts = /^assets\/(?:search-[a-z]+-|bank-)/;

function qualityFor(path: string): number {
  if (forFew.test(path)) return quick;
  return inParts.test(path) ? good : 11;
}

/** The smallest window that covers the file, in bits. A larger window only costs memory. */
const windowFor = (length: number): number =>
  Math.min(22, Math.max(16, Math.ceil(Math.log2(length + 16))));

/** Minimum size of a file to compress, in bytes: a smaller file saves less than the name of its copy costs. */
const smallest = 600;

/** Maximum number of cached copies: those of two or three builds. */
const mostKept = 1000;

/**
 * Writes a compressed copy of each text file of a site beside it, as `<name>.br`, for servers that serve precompressed
 * files. Slow copies are cached, so that a build compresses only the files that have changed since an earlier one.
 * @param site folder of the site
 * @param file the cache for later commands
 * @param compress compresses a file that is not cached
 */
export async function compressFiles(
  site: string,
  file = keptPath('compressed.json'),
  compress: Compress = byBrotli,
): Promise<void> {
  const code = codeHash([import.meta.filename]);
  const earlier = readKept<string>(file, code);
  const made = new Map<string, string>();
  await Promise.all(
    globSync('**/*.{html,css,js,svg,txt,json}', { cwd: site })
      .map((path) => path.replaceAll('\\', '/'))
      .map(async (path) => {
        const bytes = readFileSync(join(site, path));
        if (bytes.length < smallest) return;
        const quality = qualityFor(path);
        const key = keyOf(bytes, quality);
        const kept = earlier.get(key);
        const copy = kept ? Buffer.from(kept, 'base64') : await compress(bytes, quality);
        if (quality > quick) made.set(key, kept ?? Buffer.from(copy).toString('base64'));
        writeFileSync(join(site, `${path}.br`), copy);
      }),
  );
  if ([...made.keys()].every((key) => earlier.has(key))) return;
  const others = [...earlier].filter(([key]) => !made.has(key));
  writeKept(file, code, [...made, ...others].slice(0, mostKept));
}

/** Identifies a copy. Another version of the encoder may make other bytes. */
const keyOf = (bytes: Uint8Array, quality: number): string =>
  createHash('sha256')
    .update(`${process.versions['brotli'] ?? ''} ${quality} `)
    .update(bytes)
    .digest('base64');

const compressed = promisify(brotliCompress);

const byBrotli: Compress = (bytes, quality) =>
  compressed(bytes, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: quality,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
      [constants.BROTLI_PARAM_LGWIN]: windowFor(bytes.length),
    },
  });
