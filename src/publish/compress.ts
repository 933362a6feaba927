import { readFileSync, writeFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';

const compress = promisify(brotliCompress);

/** Quality 11 takes two and a half times as long, for two or three of a hundred bytes. */
const quality = 10;
/** What many readers load before anything else: start pages, and the scripts and styles of pages. */
const loadedFirst = /index\.html$|\/assets\/(?!search-[a-z]+-|bank-)[^/]+\.(?:css|js)$/;

/** Below this a compressed file saves less than its name costs. */
const smallest = 600;

/** Writes beside each text file the same compressed, `<name>.br`, for servers that send it as it is. */
export async function compressFiles(paths: readonly string[]): Promise<void> {
  await Promise.all(
    paths
      .filter((path) => /\.(?:html|css|js|svg|txt|json)$/.test(path))
      .map(async (path) => {
        const bytes = readFileSync(path);
        if (bytes.length < smallest) return;
        const { BROTLI_PARAM_QUALITY, BROTLI_PARAM_SIZE_HINT } = constants;
        const params = {
          [BROTLI_PARAM_QUALITY]: loadedFirst.test(path) ? 11 : quality,
          [BROTLI_PARAM_SIZE_HINT]: bytes.length,
        };
        writeFileSync(`${path}.br`, await compress(bytes, { params }));
      }),
  );
}
