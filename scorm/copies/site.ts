import { zipPackage } from '../package/zip-package.ts';
import type { Copy } from './copy.ts';
import { websiteFiles } from './website-files.ts';

/** The website, zipped: for any folder of any host. */
export const site: Copy = {
  id: 'site',
  purpose: 'the website, for any folder of any host',
  ending: 'zip',
  // The whole website is what the build made, to the byte.
  make: (parts) => {
    const files = parts.scope.isWhole ? parts.site : websiteFiles(parts);
    return { files, bytes: zipPackage(files) };
  },
};
