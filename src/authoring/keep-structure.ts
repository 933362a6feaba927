import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { contentRoot, languagesOf, loadCourse } from './load-course.ts';

// Writes down the structure of the version that is about to be published, so that progress stored
// under it can still be read when the next version has other lessons, cases or questions (P03).
const [language = 'en'] = languagesOf();
const { version, structure } = loadCourse(language);
const file = join(contentRoot(), 'history', `${version}.json`);
mkdirSync(join(contentRoot(), 'history'), { recursive: true });
writeFileSync(file, `${JSON.stringify(structure, null, 2)}\n`);
console.log(`Kept the structure of version ${version} in ${file}.`);
