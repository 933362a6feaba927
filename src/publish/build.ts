import { build } from 'astro';
import { printRemoved } from '../content/commands/print-removed.ts';
import { reportDiagnostics } from '../content/diagnostics/report-diagnostics.ts';
import { checkContent, contentRoot } from '../content/load.ts';
import { reportAddress } from '../course/report-address.ts';
import { siteAddress } from '../course/site-address.ts';

// `npm run build`: checks the content and builds the site in the same process, so that the content is read once.
process.env['NODE_ENV'] ??= 'production';
const root = contentRoot();
if (isRefused()) process.exit(1);
const { diagnostics, removed } = checkContent(root);
if (diagnostics.length > 0) reportDiagnostics(diagnostics, root);
else {
  printRemoved(removed);
  await build({});
}

/** Whether an environment setting is invalid; prints the reason. */
function isRefused(): boolean {
  try {
    reportAddress(process.env['REPORT_ADDRESS']);
    siteAddress(process.env['COURSE_ADDRESS']);
    return false;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    console.error(error.message);
    return true;
  }
}
