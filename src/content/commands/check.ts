import { reportDiagnostics } from '../diagnostics/report-diagnostics.ts';
import { checkContent, contentRoot } from '../load.ts';
import { printRemoved } from './print-removed.ts';

// The content check: every diagnostic of every language at once.
const root = contentRoot();
const { diagnostics, removed } = checkContent(root);
if (diagnostics.length > 0) reportDiagnostics(diagnostics, root);
else {
  console.log('The content check found no problem.');
  printRemoved(removed);
}
