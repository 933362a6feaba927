import { writeZip } from './write-zip.ts';

/** Parts of packages as other makers write them. */
export interface ForeignManifest {
  readonly href?: string;
  readonly item?: string;
  readonly resource?: string;
  readonly resources?: string;
  readonly identifier?: string;
  readonly id?: string;
  readonly encoding?: string;
  readonly title?: string;
}

/** A SCORM 1.2 manifest of one item. */
export const foreignManifest = ({
  href = 'index.html',
  item = '',
  resource = '',
  resources = '',
  identifier = 'm1',
  id = 'r1',
  encoding = 'utf-8',
  title = 'Small course',
}: ForeignManifest = {}) => `<?xml version="1.0" encoding="${encoding}"?>
<manifest identifier="${identifier}" version="1" xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2" xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2">
<metadata><schema>ADL SCORM</schema><schemaversion>1.2</schemaversion></metadata>
<organizations default="o1"><organization identifier="o1"><title>${title}</title><item identifier="i1" identifierref="r1" ${item}><title>${title}</title></item></organization></organizations>
<resources ${resources}><resource identifier="${id}" type="webcontent" adlcp:scormtype="sco" href="${href}" ${resource}/></resources></manifest>`;

/** A page that opens a session by a script of its own file, `a.js`. */
export const foreignPage =
  '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>t</title><script src="a.js"></script></head><body><p id="w">hello</p></body></html>';

/** Opens a session and says what the platform answered and where the page lies. */
export const foreignScript = `(function () {
  var w = window, n = 0;
  while (!w.API && w.parent && w.parent != w && n++ < 9) w = w.parent;
  var a = w.API;
  window.r = a ? a.LMSInitialize('') : 'noapi';
  document.addEventListener('DOMContentLoaded', function () {
    document.getElementById('w').textContent = 'ran ' + window.r + ' ' + location.search + location.hash;
  });
})();`;

/** A package of another maker, with files of many kinds. */
export const foreignPackage = () =>
  writeZip([
    ['imsmanifest.xml', foreignManifest()],
    ['index.html', foreignPage],
    ['latin.html', Uint8Array.from([0xdc, 0x62])],
    ...[
      's.wav',
      'S.MP3',
      'v.mp4',
      'f.woff2',
      'f.otf',
      'm.wasm',
      'p.xhtml',
      'a.js',
      'x.unknown',
    ].map((name) => [name, '0123456789'] as const),
    ...['x.gz', 'what?.html', 'no#1.html'].map((name) => [name, '0123456789'] as const),
  ]);
