import boundaries from 'eslint-plugin-boundaries';

/**
 * Which folders each folder may import, besides itself. A folder includes its sub-folders, except those
 * with a row of their own. Folders of `src` are named without `src/`. What is not in the table is refused.
 */
const mayImport = {
  // The domain: pure computation that knows neither the page nor the machine it runs on.
  codec: '',
  kept: 'booster codec notes home-law',
  notes: 'codec',
  reader: 'codec',
  'ten-minutes': 'course',
  offline: '',
  handbook: 'course html site',
  'home-law': 'codec course notes',
  booster: 'codec course',
  course: 'codec questions cases progress evaluation workshop',
  questions: 'codec course cases',
  cases: 'codec course questions progress content/diagnostics',
  progress: 'codec course',
  evaluation: 'course',
  certificate: 'codec course progress',
  // On the machine of an institute, and when a site is built.
  'certificate/issuer-key': 'certificate course',
  statistics: 'codec course questions',
  workshop: 'codec course cases progress questions html',
  search: 'html',
  html: '',

  // Before Astro: content files become one `Course`.
  content:
    'build-cache codec course questions cases progress evaluation workshop lesson content/diagnostics',
  'content/diagnostics': '',

  // What pages are made of, and the elements that run in them.
  site: 'course content html kept lesson notes/page questions/page progress/page sources/page reader/page',
  lesson: 'codec course html site kept questions/page',
  'questions/page':
    'course questions progress site lesson kept booster/page progress/page statistics statistics/page',
  'questions/*/page': 'course questions site questions/page',
  'cases/player': 'course questions cases progress site progress/page sources/page',
  'kept/page': 'kept site progress/page',
  'sources/page': 'site',
  'notes/page': 'notes kept kept/page site progress/page',
  'reader/page': 'reader kept site progress notes/page sources/page',
  'ten-minutes/page': 'course ten-minutes site progress/page',
  'offline/page': 'offline site',
  'handbook/page': 'site',
  'home-law/page': 'home-law kept kept/page site',
  'booster/page': 'booster course questions questions/page site kept kept/page progress/page',
  'progress/page': 'course progress site lesson kept kept/page evaluation/page reader/page',
  'progress/update': 'course progress site progress/page',
  'progress/contents': 'course progress site progress/page',
  'evaluation/page': 'codec course evaluation progress site lesson kept progress/page',
  'certificate/page': 'codec course certificate progress site lesson kept progress/page',
  'statistics/page': 'course statistics questions site questions/page',
  'workshop/page': 'course lesson workshop site progress/page',
  'workshop/*/page':
    'course cases questions html lesson workshop site workshop/page workshop/*/page cases/player reader/page',
  'search/page': 'search site',
  review: 'course questions cases content lesson site cases/player',

  // Routes: ask the course, place components.
  pages:
    'course content questions cases evaluation search statistics site lesson review questions/page ' +
    'booster/page home-law/page ten-minutes/page cases/player progress/page evaluation/page certificate/page certificate/issuer-key statistics/page ' +
    'handbook workshop workshop/page workshop/*/page',
  src: 'content', // files at the root, and folders that have no row yet

  // After Astro: the only folder that knows both the sources and the packages.
  publish:
    'build-cache course content content/diagnostics questions progress search cases/player sources/page questions/page progress/page ' +
    'progress/update progress/contents notes/page reader/page site offline handbook bundling scorm/package scorm/copies scorm/preview html',
  bundling: 'build-cache course',
  'build-cache': '',

  // Packaging reads `dist/`, never content files or components.
  'scorm/standards': 'course progress scorm/diagnostics scorm/shell scorm/package scorm/preview',
  'scorm/diagnostics': 'course progress scorm/standards scorm/package',
  // Runs in the browser of an administrator.
  'scorm/guide': 'site',
  'scorm/shell': 'course progress progress/page site bundling scorm/standards scorm/package',
  'scorm/package':
    'course questions evaluation progress search html bundling scorm/diagnostics scorm/standards content/diagnostics',
  'scorm/preview': 'codec course scorm/copies scorm/standards scorm/package',
  'scorm/copies': 'course html bundling scorm/package',
  'scorm/command':
    'course html scorm/copies scorm/package scorm/preview scorm/shell scorm/standards',
  scorm: 'course bundling scorm/command scorm/copies scorm/standards scorm/package scorm/shell',
};

const node = 'node:* node:*/*';

/** Which packages and modules of Node a folder may import. */
const mayUse = {
  course: 'zod',
  questions: 'zod',
  cases: 'zod xstate @dagrejs/dagre',
  evaluation: 'zod',
  workshop: 'zod zod/mini docx',
  'workshop/page': 'zod/mini',
  lesson: 'zod satteri astro:content astro/runtime/server/*',
  search: 'lunr',
  html: 'parse5',
  content: `zod yaml satteri saxes github-slugger ${node}`,
  'content/diagnostics': `zod yaml ${node}`,
  'certificate/issuer-key': node,
  site: 'yaml astro:content node:fs',
  'progress/page': 'uqr',
  pages: 'astro astro:content',
  src: 'astro:* astro/* @astrojs/*',
  review: 'satteri',
  publish: `astro esbuild playwright sharp sirv unpdf ${node}`,
  bundling: `esbuild rolldown/utils terser ${node}`,
  'build-cache': node,
  'scorm/package': '@gfx/zopfli pako saxes node:crypto node:worker_threads node:zlib',
  'scorm/standards': 'scorm-again',
  'scorm/preview': `@cmi5/requirements/requirements.json esbuild mrmime scorm-again sirv yaml ${node}`,
  'scorm/copies': 'mrmime playwright node:crypto node:fs node:os node:path node:url node:zlib',
  'scorm/command': `fflate ${node}`,
  scorm: `fflate ${node}`,
};

const list = (names = '') => names.split(' ').filter((name) => name !== '');
const pathOf = (folder) => (/^(src|scorm)\b/.test(folder) ? folder : `src/${folder}`);

/** A folder stands before its sub-folders. */
const folders = Object.keys(mayImport).toSorted((a, b) => a.length - b.length);

/** The files of a folder, with its own policies alone: an import is compared with two, not with all. */
const refusal = (folder) => ({
  files: [`${pathOf(folder)}/**/*.{ts,astro}`],
  rules: {
    'boundaries/dependencies': [
      'error',
      {
        default: 'disallow',
        checkAllOrigins: true,
        message:
          '{{ from.element.type }} may not import {{ dependency.source }} (eslint.boundaries.js).',
        policies: [
          {
            from: { element: { type: folder } },
            allow: { to: { element: { types: { anyOf: list(mayImport[folder]) } } } },
          },
          {
            from: { element: { type: folder } },
            allow: { dependency: { source: list(mayUse[folder]) } },
          },
        ],
      },
    ],
  },
});

export default [
  {
    files: ['{src,scorm}/**/*.{ts,astro}'],
    plugins: { boundaries },
    settings: {
      'boundaries/elements-single-match': true,
      // The first that matches counts, so sub-folders come first here.
      'boundaries/elements': folders
        .toReversed()
        .map((folder) => ({ type: folder, pattern: pathOf(folder), partialMatch: false })),
    },
  },
  // The last that matches counts.
  ...folders.map(refusal),
];
