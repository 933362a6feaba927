import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';

const compress = promisify(brotliCompress);

/** Quality 11 takes two and a half times as long, for two or three of a hundred bytes. */
const quality = 10;
/**
 * Quality 5 takes a tenth of the time, for a seventh more: pages and scripts for a trainer or a reviewer, and the same
 * words once more in long pages that are printed.
 */
const quick = 5;
const forFew = /^(?:[\w-]+\/)?(?:review|workshop|handbook)\/.*\.html$|^assets\/workshop-[^/]+\.js$/;
/** Files that are loaded late or in parts: the parts of the search, and the banks of checks. */
const inParts = /^assets\/(?:search-[a-z]+-|bank-)/;

function qualityFor(path: string): number {
  if (forFew.test(path)) return quick;
  return inParts.test(path) ? quality : 11;
}

/**
 * A window as wide as the file, in bits: the encoder takes memory for the whole window, and of a wider one only makes
 * pages that it never uses.
 */
const windowFor = (length: number): number =>
  Math.min(22, Math.max(16, Math.ceil(Math.log2(length + 16))));

/** Fewest bytes of a file to compress: a smaller one saves less than its name costs. */
const smallest = 600;

/**
 * Writes a compressed copy of each text file of a site beside it, `<name>.br`, for servers that send it as it is.
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
