import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { stringify } from 'yaml';
import { localDay } from '../../course/day.ts';
import { reviewers } from '../../course/signature.ts';
import { reportDiagnostics } from '../diagnostics/report-diagnostics.ts';
import { contentRoot, languagesOf, loadContent, readCourse } from '../load.ts';
import type { ParsedContent } from '../parsed-content.ts';
import { reviewSheets } from '../reviewing/review-sheet.ts';
import { signatureEntry } from '../reviewing/signature-request.ts';
import { signaturesByUnit } from '../reviewing/signatures.ts';

// `npm run sign` lists the units of the course with their editions and signatures. With --by, --as and --sheet
// or --unit it records a signature from the worksheet (docs/authoring.md).
const root = contentRoot();
const { values } = parseArgs({
  options: {
    language: { type: 'string', default: languagesOf(root)[0] ?? 'en' },
    by: { type: 'string' },
    as: { type: 'string' },
    on: { type: 'string', default: localDay(new Date()) },
    sheet: { type: 'string' },
    edition: { type: 'string' },
    unit: { type: 'string', multiple: true, default: [] },
  },
});
const { language, unit: units, ...request } = values;
const { diagnostics } = readCourse(language, root);
if (diagnostics.length > 0) reportDiagnostics(diagnostics, root);
else write(loadContent(language, root).content);

function write(content: ParsedContent): void {
  if (request.by === undefined && request.as === undefined && units.length === 0) {
    const signatures = signaturesByUnit(content);
    for (const sheet of reviewSheets(content)) {
      if (request.sheet !== undefined && request.sheet !== sheet.id) continue;
      console.log(`${sheet.id}  edition ${sheet.edition}`);
      for (const { id, edition } of sheet.units) {
        const states = reviewers.map((reviewer) => {
          const signed = (signatures[id] ?? []).filter(({ as }) => as === reviewer);
          const stands = signed.some(({ isCurrent }) => isCurrent);
          return `${reviewer}: ${stands ? 'signed' : signed.length > 0 ? 'changed since' : '-'}`;
        });
        console.log(`  ${edition}  ${id}  (${states.join(', ')})`);
      }
    }
  } else {
    const entry = signatureEntry({ ...request, units }, reviewSheets(content));
    if (!('reviewed' in entry)) {
      for (const sentence of entry) console.error(sentence);
      process.exitCode = 1;
    } else {
      const file = join(root, language, 'signatures.yaml');
      const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
      const before = text === '' || text.endsWith('\n') ? text : `${text}\n`;
      writeFileSync(file, `${before.replace(/^\[\]\n/m, '')}${stringify([entry])}`);
      const count = Object.keys(entry.reviewed).length;
      console.log(`Wrote a signature under ${count} ${count === 1 ? 'unit' : 'units'} to ${file}.`);
    }
  }
}
