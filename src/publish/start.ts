import { globSync } from 'node:fs';
import { startPreview } from '../../scorm/preview/preview.ts';
import { siteServer } from './serve.ts';

// `npm start`: the course, the preview LMS and the packages, once everything is built.
const port = 4400;
siteServer('dist/site').listen(port, '127.0.0.1');
const preview = await startPreview({ port: 4600, packages: 'dist/packages' });

console.log(`
The course:       http://127.0.0.1:${port}/
The preview LMS:  ${preview.url}
The packages:
${globSync('dist/packages/*.zip')
  .toSorted()
  .map((path) => `  ${path}`)
  .join('\n')}

Ctrl-C ends both.`);
