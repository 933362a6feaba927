import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, globSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { benchFolder } from '../measured-build.ts';
import { measured, type Usage } from '../measured-process.ts';

const folder = join(benchFolder, 'starlight');

export interface StarlightSite {
  /** Folder of the site. */
  readonly site: string;
  readonly usage: Usage;
}

/**
 * Builds a site of as many pages with Starlight, the peer of the bench. Its packages are installed
 * into the bench's folder the first time.
 * @param texts Markdown of one page each; repeated until there are enough
 * @returns undefined where the peer could not be installed
 */
export function starlightBuild(pages: number, texts: readonly string[]): StarlightSite | undefined {
  mkdirSync(folder, { recursive: true });
  for (const file of ['package.json', 'astro.config.mjs'])
    cpSync(join(import.meta.dirname, file), join(folder, file));
  mkdirSync(join(folder, 'src'), { recursive: true });
  cpSync(join(import.meta.dirname, 'content.config.mjs'), join(folder, 'src/content.config.mjs'));
  if (!existsSync(join(folder, 'node_modules/@astrojs/starlight')))
    try {
      execFileSync('npm', ['install', '--no-audit', '--no-fund'], { cwd: folder, stdio: 'pipe' });
    } catch {
      return undefined;
    }
  for (const made of ['src/content', 'dist', '.astro', 'node_modules/.astro'])
    rmSync(join(folder, made), { recursive: true, force: true });
  const docs = join(folder, 'src/content/docs');
  mkdirSync(docs, { recursive: true });
  for (let page = 0; page < pages; page++)
    writeFileSync(
      join(docs, `page-${page}.mdx`),
      `---\ntitle: Page ${page}\n---\n\n${texts[page % texts.length] ?? ''}\n`,
    );
  const usage = measured([resolve(folder, 'node_modules/astro/bin/astro.mjs'), 'build'], {
    cwd: folder,
    env: { ASTRO_TELEMETRY_DISABLED: '1' },
  });
  const built = globSync('dist/**/*.html', { cwd: folder }).length;
  if (built < pages) throw new Error(`Starlight built ${built} of ${pages} pages.`);
  return { site: join(folder, 'dist'), usage };
}
