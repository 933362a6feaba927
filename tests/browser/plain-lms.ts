import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { unzipSync } from 'fflate';
import { mimes } from 'mrmime';

/** Ways in which a plain LMS shows its course. */
export interface PlainLms {
  /** The `sandbox` attribute of the frame; absent where it has none. */
  readonly sandbox?: string;
  /** Milliseconds until the page has an API; never where it is absent. */
  readonly apiAfter?: number;
  /** Whether the course opens in a window of its own, beside the page of the LMS. */
  readonly inNewWindow?: boolean;
}

/** The page of an LMS of SCORM 1.2 that keeps everything in memory and notes each call in `window.calls`. */
const lmsPage = ({ sandbox, apiAfter = 0, inNewWindow = false }: PlainLms) => `<!doctype html>
<html lang="en"><meta charset="utf-8"><title>A plain LMS</title>
<script>
  const values = new Map([['cmi.core.student_id', 'learner-1'], ['cmi.core.lesson_status', 'not attempted']]);
  window.calls = [];
  const api = Object.fromEntries(Object.entries({
    LMSInitialize: () => 'true',
    LMSFinish: () => 'true',
    LMSCommit: () => 'true',
    LMSGetValue: (name) => values.get(name) ?? '',
    LMSSetValue: (name, value) => (values.set(name, value), 'true'),
    LMSGetLastError: () => '0',
    LMSGetErrorString: () => '',
  }).map(([name, call]) => [name, (...given) => (window.calls.push([name, ...given]), call(...given))]));
  setTimeout(() => (window.API = api), ${apiAfter});
</script>
${
  inNewWindow
    ? `<button onclick="window.open('course/index.html')">Open the course</button>`
    : `<iframe id="course" src="course/index.html" width="1000" height="700"${
        sandbox === undefined ? '' : ` sandbox="${sandbox}"`
      }></iframe>`
}</html>`;

/** Serves a package behind a plain LMS. @returns its address, and how to stop it */
export async function plainLms(
  zip: string,
  about: PlainLms,
): Promise<{ url: string; close: () => void }> {
  const files = new Map(Object.entries(unzipSync(readFileSync(zip))));
  const server = createServer(({ url = '/' }, response) => {
    const path = new URL(url, 'http://x').pathname;
    const file = files.get(decodeURIComponent(path.replace('/course/', '')));
    const type = mimes[path.split('.').at(-1) ?? ''];
    if (path === '/') response.setHeader('content-type', 'text/html').end(lmsPage(about));
    else if (file) response.setHeader('content-type', type ?? 'text/plain').end(file);
    else response.writeHead(404).end();
  });
  await new Promise<void>((listening) => void server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/`, close: () => void server.close() };
}
