import { readFileSync } from 'node:fs';
import { lookup } from 'mrmime';
import { elements, readPage, textOf } from '../../../src/html/html.ts';
import { isAllowedKind, kindOf } from '../../package/allowed.ts';
import { packageProblems, PackageError } from '../../package/package-rules.ts';
import type { Copy, CopyParts, MadeCopy } from '../copy.ts';
import { isOfServers, websiteFiles } from '../website-files.ts';
import { zimArchive } from './archive.ts';
import type { Entry, Item } from './entry.ts';
import { metadata } from './metadata.ts';

/** The website as one file for Kiwix readers: on telephones, on computers and on hotspots without a network. */
export const zim: Copy = {
  id: 'zim',
  ending: 'zim',
  purpose: 'one file for Kiwix: telephones, computers and hotspots without a network',
  make(parts: CopyParts): MadeCopy {
    const { scope, courses } = parts;
    const files = websiteFiles(
      parts,
      (path) => !isOfServers(path) && isAllowedKind(path) && !isForPaper(path),
    );
    const problems = packageProblems(files);
    if (problems.length > 0) throw new PackageError(problems);
    const content = [...files].map(([path, bytes]) => itemOf(path, bytes));
    const languages = scope.isWhole ? courses : [scope.course];
    const start = scope.isWhole && languages.length > 1 ? 'index.html' : scope.startPage;
    const entries: Entry[] = [
      ...content,
      ...metadata({ scope, languages }, content),
      {
        namespace: 'M',
        path: 'Illustration_48x48@1',
        type: 'image/png',
        // The icon of the site, drawn at the size that ZIM readers require.
        bytes: readFileSync(new URL('illustration.png', import.meta.url)),
      },
      { namespace: 'W', path: 'mainPage', to: `C${start}` },
    ];
    return { files, bytes: zimArchive(entries, 'WmainPage') };
  },
};

/** Pages for printing repeat other pages, so a search of the archive would list the same text twice. */
const isForPaper = (path: string): boolean => /^[\w-]+\/handbook(?:\.html$|\/)/.test(path);

function itemOf(path: string, bytes: Uint8Array): Item {
  const isArticle = kindOf(path) === 'html';
  const title = isArticle ? titleOf(bytes) : '';
  return {
    namespace: 'C',
    path,
    type: lookup(path) ?? 'application/octet-stream',
    bytes,
    isArticle,
    ...(title !== '' && { title }),
  };
}

function titleOf(bytes: Uint8Array): string {
  const page = readPage(new TextDecoder().decode(bytes));
  const title = [...elements(page)].find(({ tagName }) => tagName === 'title');
  return title ? textOf(title).trim() : '';
}
