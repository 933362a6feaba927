import type { StructureFile } from '../progress/page/structure-file.ts';
import type { Course } from '../course/course.ts';

/** Text of `assets/structure-<language>.js`, which the record page loads when a link or code is requested. */
export function structureFile({ structure, earlier, codeWords }: Course): string {
  const file: StructureFile = { structure, earlier, words: codeWords.join(' ') };
  return `window.atiStructure=${JSON.stringify(file)};\n`;
}
