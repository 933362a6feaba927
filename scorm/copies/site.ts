import { zipPackage } from '../package/zip-package.ts';
import type { Copy } from './copy.ts';
import { websiteFiles } from './website-files.ts';

/** The website, zipped: for any folder of any host. */
export const site: Copy = {
  id: 'site',
  purpose: 'the website, for any folder of any host',
  ending: 'zip',
  // The copy of the whole website is byte-identical to the build.
  make: (parts) => {
    const files = parts.scope.isWhole ? parts.site : websiteFiles(parts);
    return { files, bytes: zipPackage(files) };
  },
};
