import { bundleScript } from '../bundling/bundle.ts';
import { translator } from '../course/interface.ts';
import type { Course } from '../course/course.ts';
import type { SourcesText } from '../sources/page/sources-file.ts';
import { sourcesScript } from './bundles.ts';

/** Text of `assets/sources-<language>.js`, which a page loads when a citation is first opened. */
export async function sourcesFile(course: Course): Promise<string> {
  const t = translator(course.language, course.interface);
  const text: SourcesText = {
    close: t('lesson.closeTerm'),
    more: t('sources.inList'),
    onPage: t('sources.onPage'),
    sources: Object.fromEntries(
      course.sources.map(({ id, title, authors, year, container = '', kind, url }) => [
        id,
        {
          title,
          by: `${authors} (${year})`,
          container,
          kind: t(`sources.${kind}`),
          url,
        },
      ]),
    ),
  };
  return `window.atiSourcesText=${JSON.stringify(text)};\n${await bundleScript(sourcesScript)}`;
}
