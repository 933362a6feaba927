import { checkContent, contentRoot } from '../load.ts';
import { tellFaults } from '../diagnostics/tell-faults.ts';

// The content check, run before Astro: every fault of every language at once, then stop.
const root = contentRoot();
const { faults, gone } = checkContent(root);
if (faults.length > 0) tellFaults(faults, root);
else {
  console.log('The content has no fault.');
  if (gone.length > 0) console.log(['To look at:', ...gone.map((line) => `  ${line}`)].join('\n'));
}
