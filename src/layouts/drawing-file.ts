import { readFileSync } from 'node:fs';
import { contentRoot } from '../authoring/load-course.ts';

/** Text of the drawing `figures/<name>.svg` of a module. @throws when there is none */
export const drawingFile = (language: string, module: string, name: string): string =>
  readFileSync(`${contentRoot()}/${language}/modules/${module}/figures/${name}.svg`, 'utf8');
