import { checkContent, contentRoot } from '../load.ts';
import { reportDiagnostics } from '../diagnostics/report-diagnostics.ts';

// The content check, run before Astro: every fault of every language at once, then stop.
const root = contentRoot();
const { faults, gone } = checkContent(root);
if (faults.length > 0) reportDiagnostics(faults, root);
else {
  console.log('The content has no fault.');
  if (gone.length > 0) console.log(['To look at:', ...gone.map((line) => `  ${line}`)].join('\n'));
}
