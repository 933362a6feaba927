import type { ServerResponse } from 'node:http';
import type { Attempts } from './attempts.ts';
import { contentType } from './content-type.ts';
import { htmlType, send } from './http.ts';
import type { PackageStore } from './package-store.ts';
import type { PageWords } from './page.ts';
import { missingPage, rejectionPage } from './pages.ts';
import { ownPolicy } from './policy.ts';
import type { ServedPackage } from './read-package.ts';
import { RejectedPackage } from './rejection.ts';

/** Data that the servers of the preview share. */
export interface PreviewParts {
  readonly words: PageWords;
  readonly packages: PackageStore;
  readonly attempts: Attempts;
  /** Scripts and style sheet of the preview's own pages, by name. */
  readonly assets: ReadonlyMap<string, string>;
}

/** Sends a script or style sheet of the preview. @returns whether it is one */
export function sendAsset(response: ServerResponse, { assets }: PreviewParts, path: string) {
  const asset = assets.get(path);
  if (asset !== undefined) send(response, 200, contentType(path, true), asset, ownPolicy);
  return asset !== undefined;
}

/** Responds that a package or an address does not exist (404). */
export const sendMissing = (
  response: ServerResponse,
  { words }: PreviewParts,
  message: 'no-package' | 'not-found',
): void => {
  send(response, 404, htmlType, missingPage(words, message), ownPolicy);
};

/** The package named in a query. If it cannot be opened, sends a response with the reason and returns undefined. */
export async function packageOf(
  response: ServerResponse,
  parts: PreviewParts,
  query: URLSearchParams,
): Promise<{ name: string; opened: ServedPackage } | undefined> {
  const upload = query.get('upload');
  const built = query.get('package') ?? '';
  try {
    const found = await parts.packages.open(upload === null ? { built } : { upload });
    if (!found) sendMissing(response, parts, 'no-package');
    return found;
  } catch (error) {
    if (!(error instanceof RejectedPackage)) throw error;
    send(response, 422, htmlType, rejectionPage(parts.words, built, error), ownPolicy);
    return undefined;
  }
}
