import type { Copy, CopyParts, MadeCopy } from '../copy.ts';
import { folderFiles } from '../offline/offline.ts';
import { isReadFromDisk, websiteFiles } from '../website-files.ts';
import { zipPackage, type Files } from '../../package/zip-package.ts';
import { printGroups } from './prints.ts';

/** Prints pages of a folder as PDF; returns the bytes of each in order. */
type Printer = (site: Files, pages: readonly string[]) => Promise<readonly Uint8Array[]>;

/** The offline copy with the workshop first, and each page that trainers print as a separate file. */
export const workshop: Copy = {
  id: 'workshop',
  ending: 'zip',
  purpose:
    'a folder for a stick, for trainers: the workshop, its prints as PDF, and the offline copy',
  isOnRequest: true,
  make: async (parts) => {
    // Imported lazily: Playwright takes a third of a second to load, and no other package prints.
    const { findChromium } = await import('./chromium.ts');
    const { printPages } = await import('./print-pages.ts');
    const executable = findChromium();
    return workshopCopy(
      parts,
      executable === undefined ? undefined : (site, pages) => printPages(site, pages, executable),
    );
  },
};

/** @param print absent if the machine has no Chromium @throws PackageError */
export async function workshopCopy(parts: CopyParts, print?: Printer): Promise<MadeCopy> {
  const site = websiteFiles(parts, isReadFromDisk);
  const byLanguage = parts.courses.map(
    (course) => [course.language, printGroups(site, course)] as const,
  );
  const prints = byLanguage.flatMap(([, groups]) => groups.flatMap((group) => group.prints));
  const pages = prints.map(({ page }) => page);
  const printed = print && pages.length > 0 ? await print(site, pages) : [];
  const files = await folderFiles(parts, {
    name: 'ati-workshop',
    prints: print ? new Map(byLanguage) : new Map(),
    more: new Map(printed.map((bytes, place) => [prints[place]?.path ?? '', bytes])),
  });
  return {
    files,
    bytes: zipPackage(files),
    note: print
      ? `${printed.length} pages are printed as tagged PDF.`
      : 'No Chromium was found, so no PDF was made; print the pages from a browser. For PDFs, set CHROME_PATH to the path of Chromium.',
  };
}
