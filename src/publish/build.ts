import { build } from 'astro';
import { printRemoved } from '../content/commands/print-removed.ts';
import { reportDiagnostics } from '../content/diagnostics/report-diagnostics.ts';
import { checkContent, contentRoot } from '../content/load.ts';

// `npm run build`: checks the content, and makes the site of it in the same process, so that it is read
// once.
process.env['NODE_ENV'] ??= 'production';
const root = contentRoot();
const { diagnostics, removed } = checkContent(root);
if (diagnostics.length > 0) reportDiagnostics(diagnostics, root);
else {
  printRemoved(removed);
  await build({});
}
