import { getDocumentProxy } from 'unpdf';

/** Page numbers for the contents of a PDF: the number of pages, and the page of each link target. */
export interface PageNumbers {
  readonly pages: number;
  /** Page number, from 1, by the id of a link target. */
  readonly of: Readonly<Record<string, number>>;
}

/**
 * Reads the named destinations of a PDF (ISO 32000-1, 12.3.2.3). Chromium writes one for each id that the page links
 * to.
 */
export async function pageNumbers(pdf: Uint8Array): Promise<PageNumbers> {
  // Copied, because the reader takes ownership of the bytes.
  const document = await getDocumentProxy(Uint8Array.from(pdf));
  try {
    const of: Record<string, number> = {};
    for (const [id, place] of Object.entries(await document.getDestinations())) {
      const page = place[0] as Parameters<typeof document.getPageIndex>[0];
      of[id] = (await document.getPageIndex(page)) + 1;
    }
    return { pages: document.numPages, of };
  } finally {
    await document.loadingTask.destroy();
  }
}
