import { mkdirSync, writeFileSync } from 'node:fs';
import { caseGraph } from '../../cases/graph.ts';
import { caseConfig } from '../../cases/machine.ts';
import { contentRoot, languagesOf, readCourse } from '../load.ts';
import { oneOf } from '../diagnostics/nearest-name.ts';
import { reportDiagnostics } from '../diagnostics/report-diagnostics.ts';

// `npm run machine -- bus-station` writes the machine of a case to `dist/machines/bus-station.json`,
// as Stately's tools open it: paste it into `createMachine(...)` in the editor.
const root = contentRoot();
const [language = 'en'] = languagesOf(root);
const [id = ''] = process.argv.slice(2);
const { course, diagnostics } = readCourse(language, root);
if (course === undefined) reportDiagnostics(diagnostics, root);
else {
  const cases = course.modules.flatMap((module) => module.cases);
  const scenario = cases.find((entry) => entry.id === id)?.scenario;
  if (scenario === undefined) {
    const ids = cases.map((entry) => entry.id);
    console.error(`No case is called "${id}". ${oneOf(id, ids, 'The course has no case.')}`);
    process.exitCode = 1;
  } else {
    const file = `dist/machines/${id}.json`;
    mkdirSync('dist/machines', { recursive: true });
    writeFileSync(file, `${JSON.stringify(caseConfig(caseGraph(scenario), id), null, 2)}\n`);
    console.log(`The machine of ${id}: ${file}`);
  }
}
