import { build } from 'esbuild';
import { readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { parse } from 'yaml';
import { interfaceSchema, translator } from '../../src/course/interface.ts';
import { playedStandards } from '../standards/registry.ts';
import { Attempts } from './attempts.ts';
import { courseOrigin, identityOf } from './course-origin.ts';
import { homeServer } from './home-server.ts';
import { listening, listeningNear, portOf, PortError, type Listening } from './listening.ts';
import { PackageStore } from './package-store.ts';
import type { PreviewParts } from './preview-parts.ts';

export interface PreviewOptions {
  /** Port on the loopback address; 0 means any free port. */
  readonly port: number;
  /** Folder with the packages that can be opened. */
  readonly packages?: string;
  /** Folder in which attempts are kept. */
  readonly attempts?: string;
}

/**
 * Starts the preview LMS on this machine.
 * @returns its address, ending in a slash, and a function that stops it
 * @throws PortError if the port is in use, before anything else is done
 */
export async function startPreview({
  port,
  packages = 'dist/packages',
  attempts = 'dist/preview',
}: PreviewOptions): Promise<{ url: string; close: () => Promise<void> }> {
  const home = await listening(port);
  const store = new PackageStore(packages);
  const parts: PreviewParts = {
    words: words(),
    packages: store,
    attempts: new Attempts(attempts),
    assets: await assets(),
  };
  const origins = new Map<string, Promise<Listening>>();
  const originOf = (identity: string) => {
    const origin = origins.get(identity);
    if (origin) return origin;
    const opening = listeningNear(port, identity).then((origin) => {
      origin.answerWith(courseOrigin(parts, identity, home.port));
      return origin;
    });
    origins.set(identity, opening);
    return opening;
  };
  home.answerWith(
    homeServer(parts, async (name, opened) => (await originOf(identityOf(name, opened))).port),
  );
  return {
    url: `http://127.0.0.1:${home.port}/`,
    close: async () => {
      const all = [home, ...(await Promise.all(origins.values()))];
      await Promise.all(all.map((each) => each.close()));
      store.close();
    },
  };
}

const language = 'en';

function words() {
  const file = new URL(`../../content/${language}/interface.yaml`, import.meta.url);
  const spoken = interfaceSchema.parse(parse(readFileSync(file, 'utf8')));
  return { t: translator(language, spoken), language, direction: spoken.direction };
}

let bundled: Promise<Map<string, string>> | undefined;

/** The preview's own scripts, scorm-again among them, and its style sheet; bundled once in a process. */
const assets = (): Promise<Map<string, string>> => (bundled ??= bundleAssets());

async function bundleAssets(): Promise<Map<string, string>> {
  const { outputFiles } = await build({
    entryPoints: [
      { in: join(import.meta.dirname, 'browser/choose.ts'), out: 'choose' },
      ...playedStandards.map(({ id, folder }) => ({
        in: join(folder, 'preview.entry.ts'),
        out: `lms-${id}`,
      })),
      { in: join(import.meta.dirname, 'preview.css'), out: 'preview' },
    ],
    outdir: 'preview',
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    logLevel: 'silent',
  });
  return new Map(outputFiles.map(({ path, text }) => [basename(path), text]));
}

if (import.meta.main) {
  try {
    await play();
  } catch (error) {
    const isMistyped = error instanceof TypeError && 'code' in error;
    if (!(error instanceof PortError || isMistyped)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}

/** `npm run preview`: starts the preview, and opens a package if one is named. */
async function play() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { port: { type: 'string', default: '4600' } },
  });
  const [zip] = positionals;
  const preview = await startPreview({
    port: portOf(values.port),
    ...(zip !== undefined && { packages: dirname(zip) }),
  });
  const query = zip === undefined ? '' : `lms?package=${encodeURIComponent(basename(zip))}`;
  console.log(`Preview LMS: ${preview.url}${query}`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void preview.close().then(() => process.exit()));
}
