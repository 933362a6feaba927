import type { AstroIntegration } from 'astro';
import { globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  checkContent,
  contentRoot,
  forgetCourses,
  languagesOf,
  loadCourse,
} from '../content/load.ts';
import { diagnosticLine } from '../content/diagnostics/diagnostic.ts';
import type { CourseFile, SoftwareLibrary } from '../course/course.ts';
import { sharePath, siteAddress } from '../course/site-address.ts';
import { stages } from '../course/stage.ts';
import { indexOfSections } from '../search/index-file.ts';
import { partOf } from '../search/parts.ts';
import { bankFile } from './bank-files.ts';
import { bundleScript, bundleStyles, bundleWithLibraries, hashedName } from '../bundling/bundle.ts';
import { shortNames, withShortNames } from '../bundling/short-names.ts';
import { smallest } from '../bundling/smallest.ts';
import { pageScripts, pageStyles } from './bundles.ts';
import { compressFiles } from './compress.ts';
import { contentsFile } from './contents-file.ts';
import { isOfFirstView } from './first-view.ts';
import { forgetOtherContent } from './forget-content.ts';
import { handbookFiles } from './handbook/handbook-files.ts';
import { courseScripts } from './course-scripts.ts';
import { siteIcon, touchIcon } from './icon.ts';
import { sharePicture } from './share-picture.ts';
import { offlineSite } from './offline-site.ts';
import { notFoundPage } from './not-found-page.ts';
import { named, parsePage } from './parsed-page.ts';
import { PreviewFiles } from './preview-files.ts';
import { readerFile } from './reader-file.ts';
import { watchContent } from './watch-content.ts';
import { stateSizeLine } from './state-size.ts';
import { policyFile, policyWith, stylesIn } from './style-policy.ts';

/** Whether a script, by its name, is loaded by a page that many readers open first. */
const isLoadedFirst = (name: string) =>
  /^(?:start|introduction|lesson|page|case|check|final|search)$/.test(name);

/** Custom properties that scripts set, and the light and dark switches, which readers' choices also set. */
const propertiesOfScripts = ['--light', '--dark', '--scale', '--leading'];

/**
 * Turns Astro's pages into a site that runs everywhere: classic scripts, stylesheets and relative URLs. Also writes the
 * search index and, beside the site, the course as data for later steps.
 */
export function publish({ dist }: { dist: string }): AstroIntegration {
  return {
    name: 'publish',
    hooks: {
      'astro:config:setup': ({ command, config }) => {
        if (command === 'dev')
          forgetOtherContent(fileURLToPath(new URL('.astro', config.root)), contentRoot());
      },
      'astro:server:setup': ({ server }) => {
        const files = new PreviewFiles(async (path) => {
          const [origin = ''] = server.resolvedUrls?.local ?? [];
          const answer = await fetch(new URL(path, origin));
          if (!answer.ok) throw new Error(`The live preview did not return the page ${path}.`);
          return answer.text();
        });
        server.middlewares.use((request, response, next) => {
          const firstPage = firstPageOf(request.url ?? '');
          if (firstPage !== undefined) {
            response.writeHead(302, { location: firstPage }).end();
            return;
          }
          void serveAsset(request.url ?? '', files).then(
            (asset) => {
              if (asset === undefined) return next();
              response.setHeader('content-type', asset.type);
              response.end(asset.body);
            },
            (error: unknown) => next(error),
          );
        });
        // Loads the course at the start, so that the first page is as fast as later ones.
        checkContent();
        server.watcher.add([contentRoot(), 'src']);
        watchContent(server, {
          diagnostics: contentDiagnostics,
          forget: () => {
            forgetCourses();
            files.forget();
          },
        });
      },
      // Fails before the long work if an LMS could not store the progress of the course.
      'astro:build:start': ({ logger }) => {
        for (const language of languagesOf()) logger.info(stateSizeLine(loadCourse(language)));
      },
      'astro:build:done': async ({ dir }) => {
        const site = fileURLToPath(dir);
        const courses = Object.fromEntries(
          languagesOf().map((language) => [language, loadCourse(language)]),
        );

        const names = new Map<string, string>();
        const emit = (name: string, extension: string, bytes: string | Uint8Array) => {
          const hashed = `assets/${hashedName(name, extension, bytes)}`;
          write(join(site, hashed), bytes);
          names.set(`assets/${name}.${extension}`, hashed);
        };
        // A hashed name lets browsers cache the icon for good instead of requesting it on every page.
        emit('icon', 'svg', siteIcon());
        emit('touch-icon', 'png', touchIcon());
        // Other sites store the address of these pictures, so it has no hash that changes with the content.
        if (siteAddress(process.env['COURSE_ADDRESS']) !== undefined)
          for (const stage of [undefined, ...stages])
            write(join(site, sharePath(stage)), await sharePicture(stage));
        const sheets = new Map<string, string>();
        const bundles = await Promise.all(
          [...pageStyles()].map(async ([name, path]) => [name, await bundleStyles(path)] as const),
        );
        const short = shortNames(new Map(bundles).get('first') ?? '', propertiesOfScripts);
        for (const [name, long] of bundles) {
          const sheet = withShortNames(long, short);
          sheets.set(name, sheet);
          // `start` and `summary` are not in the sheet of every page, which replaces the other first-view sheets.
          if (/^(?:start|summary)$/.test(name) || !isOfFirstView(name)) emit(name, 'css', sheet);
        }
        const libraries: Record<string, readonly SoftwareLibrary[]> = {};
        for (const [name, entry] of pageScripts()) {
          const bundle = await bundleWithLibraries(entry);
          emit(name, 'js', isLoadedFirst(name) ? await smallest(bundle.script) : bundle.script);
          const path = names.get(`assets/${name}.js`);
          if (path !== undefined && bundle.libraries.length > 0) libraries[path] = bundle.libraries;
        }
        const file: CourseFile = { courses, libraries };
        writeFileSync(join(dist, 'course.json'), JSON.stringify(file));

        const pages = new Map(
          globSync('**/*.html', { cwd: site })
            .map((path) => path.replaceAll('\\', '/'))
            .toSorted()
            .map((path) => [path, readFileSync(join(site, path), 'utf8')]),
        );
        const parsed = new Map(
          [...pages].map(([path, html]) => [path, parsePage(path, html, sheets)]),
        );
        for (const language of languagesOf()) {
          const languagePages = new Map(
            [...pages].filter(([path]) => path.startsWith(`${language}/`)),
          );
          const sections = [...languagePages.keys()].flatMap(
            (path) => parsed.get(path)?.sections ?? [],
          );
          // All parts share one hash: a page names only the head, and the search script derives the other names.
          const words = courses[language]?.searchWords;
          const parts = [...indexOfSections(sections, language, words)];
          const index = hashedName(`search-${language}`, 'js', JSON.stringify(parts));
          for (const [part, text] of parts) write(join(site, 'assets', partOf(index, part)), text);
          names.set(`assets/search-${language}.js`, `assets/${index}`);
          const written = courses[language];
          if (written === undefined) continue;
          for (const [name, text] of courseScripts(written)) emit(name, 'js', await text());
          if (languagePages.has(`${language}/index.html`)) {
            const pageOf = (path: string) => Promise.resolve(String(languagePages.get(path)));
            emit(`contents-${language}`, 'js', await contentsFile(written, pageOf, names));
          }
          // Emitted last, because it names the files above.
          emit(`reader-${language}`, 'js', await readerFile(written, names));
          for (const module of written.modules) {
            const html = languagePages.get(`${language}/${module.id}/questions.html`);
            if (html !== undefined)
              emit(`bank-${language}-${module.id}`, 'js', bankFile(html, module, names));
          }
          for (const [path, bytes] of await handbookFiles(written, pages, names))
            if (pages.has(path)) pages.set(path, String(bytes));
            else write(join(site, path), bytes);
        }
        const styles: string[] = [];
        for (const [path, html] of pages) {
          const page = parsed.get(path);
          // A page that was replaced after parsing is parsed again.
          const published = page?.source === html ? page : parsePage(path, html, sheets);
          const text =
            path === '404.html' ? notFoundPage(html, names) : named(published, path, names);
          writeFileSync(join(site, path), text);
          styles.push(...stylesIn(text));
        }
        write(join(site, policyFile), `${policyWith(styles)}\n`);
        const files = globSync('**/*.*', { cwd: site })
          .map((path) => path.replaceAll('\\', '/'))
          .toSorted();
        const bytes = new Map(files.map((path) => [path, readFileSync(join(site, path))]));
        for (const [path, text] of await offlineSite(bytes)) write(join(site, path), text);
        await compressFiles(site);
      },
    },
  };
}

function write(path: string, bytes: string | Uint8Array): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, bytes);
}

/** All diagnostics of all languages, one per line, as the live preview shows them. */
const contentDiagnostics = (): string =>
  checkContent()
    .diagnostics.map((one) => `${contentRoot()}/${diagnosticLine(one)}`)
    .join('\n');

/** Path of the start page of a language if its folder is requested, as hosts of the built site serve it. */
function firstPageOf(url: string): string | undefined {
  const [, language] = /^\/([\w-]+)\/?(?:\?|$)/.exec(url) ?? [];
  const isLanguage = language !== undefined && languagesOf().includes(language);
  return isLanguage ? `/${language}/index.html` : undefined;
}

/** Makes, on request for the live preview, a file that the build would put under `/assets/`. */
async function serveAsset(
  url: string,
  files: PreviewFiles,
): Promise<{ type: string; body: string | Uint8Array } | undefined> {
  if (/^\/assets\/icon\.svg(?:\?|$)/.test(url)) return { type: 'image/svg+xml', body: siteIcon() };
  if (/^\/assets\/touch-icon\.png(?:\?|$)/.test(url))
    return { type: 'image/png', body: touchIcon() };
  const [, name = '', extension] = /^\/assets\/([\w-]+)\.(css|js)(?:\?|$)/.exec(url) ?? [];
  const options = { minify: false, sourcemap: 'inline' } as const;
  const sheet = extension === 'css' ? pageStyles().get(name) : undefined;
  if (sheet !== undefined) return { type: 'text/css', body: await bundleStyles(sheet, options) };
  if (extension !== 'js') return undefined;
  const entry = pageScripts().get(name);
  const body =
    entry === undefined ? await files.script(`${name}.js`) : await bundleScript(entry, options);
  return body === undefined ? undefined : { type: 'text/javascript', body };
}
