import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { contentRoot } from '../content/load.ts';
import { chartSchema, type Chart } from '../lesson/chart.ts';
import { typeset } from '../course/typeset.ts';

/**
 * Text of the drawing `figures/<name>.svg`.
 * @param folder below the language, such as `modules/pre-arrest`
 * @throws when there is none
 */
export const drawingFile = (language: string, folder: string, name: string): string =>
  figureFile(language, folder, `${name}.svg`);

/** The chart `figures/<name>.yaml` of a folder below the language. @throws when there is none */
export const chartFile = (language: string, folder: string, name: string): Chart =>
  typeset(chartSchema.parse(parse(figureFile(language, folder, `${name}.yaml`))));

const figureFile = (language: string, folder: string, file: string) =>
  readFileSync(`${contentRoot()}/${language}/${folder}/figures/${file}`, 'utf8');
