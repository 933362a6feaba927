import type { Copy } from './copy.ts';
import { websiteFiles } from './website-files.ts';

/** The website, zipped: for any folder of any host. */
export const site: Copy = {
  id: 'site',
  purpose: 'the website, for any folder of any host',
  // The whole website is what the build made, to the byte.
  files: (parts) => (parts.scope.isWhole ? parts.site : websiteFiles(parts)),
};
