import { loadContent } from '../content/loaded.ts';
import { reviewSheets, type ReviewSheet } from '../content/reviewing/review-sheet.ts';
import { translator } from '../course/interface.ts';
import type { Course } from '../course/course.ts';
import { worksheet, type Worksheet } from './worksheet.ts';

/** The sheets of a course, one for each module and one for what stands beside them. */
export const sheetsOf = ({ language }: Pick<Course, 'language'>): readonly ReviewSheet[] =>
  reviewSheets(loadContent(language).content);

/** The worksheet of a sheet. */
export function worksheetOf(course: Course, { units }: ReviewSheet): Worksheet {
  const { content } = loadContent(course.language);
  return worksheet(units, content.sources, content.safetyWords, {
    language: course.language,
    bodies: content.bodies,
    t: translator(course.language, course.interface),
  });
}

/** Title of a sheet: that of its module. */
export const sheetTitle = ({ modules }: Course, { id }: ReviewSheet, beside: string): string =>
  modules.find((module) => module.id === id)?.title ?? beside;
