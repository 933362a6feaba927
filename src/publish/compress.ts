import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';

const compress = promisify(brotliCompress);

/** Quality 11 takes 2.5 times as long and saves only 2 to 3 %. */
const quality = 10;
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
  return inParts.test(path) ? quality : 11;
}

/** The smallest window that covers the file, in bits. A larger window only costs memory. */
const windowFor = (length: number): number =>
  Math.min(22, Math.max(16, Math.ceil(Math.log2(length + 16))));

/** Minimum size of a file to compress, in bytes: a smaller file saves less than the name of its copy costs. */
const smallest = 600;

/**
 * Writes a compressed copy of each text file of a site beside it, as `<name>.br`, for servers that serve precompressed
 * files.
 * @param site folder of the site
 */
export async function compressFiles(site: string): Promise<void> {
  await Promise.all(
    globSync('**/*.{html,css,js,svg,txt,json}', { cwd: site })
      .map((path) => path.replaceAll('\\', '/'))
      .map(async (path) => {
        const bytes = readFileSync(join(site, path));
        if (bytes.length < smallest) return;
        const { BROTLI_PARAM_LGWIN, BROTLI_PARAM_QUALITY, BROTLI_PARAM_SIZE_HINT } = constants;
        const params = {
          [BROTLI_PARAM_QUALITY]: qualityFor(path),
          [BROTLI_PARAM_SIZE_HINT]: bytes.length,
          [BROTLI_PARAM_LGWIN]: windowFor(bytes.length),
        };
        writeFileSync(join(site, `${path}.br`), await compress(bytes, { params }));
      }),
  );
}
