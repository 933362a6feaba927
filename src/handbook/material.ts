import { translator } from '../course/interface.ts';
import type { Course } from '../course/course.ts';
import { readChapter } from './chapter.ts';
import type { Material } from './compose.ts';
import { handbooksOf } from './handbook.ts';
import { readTerms } from './terms.ts';

/**
 * Reads the material for the handbooks of a course.
 * @param pageOf returns the HTML of a page by its path relative to the site
 * @throws if a page of the course is missing
 */
export function readMaterial(
  course: Course,
  pageOf: (path: string) => string | undefined,
): Material {
  const t = translator(course.language, course.interface);
  const existing = (path: string): string => {
    const html = pageOf(path);
    if (html === undefined) throw new Error(`the site has no page ${path}`);
    return html;
  };
  const glossary = `${course.language}/glossary.html`;
  const [whole] = handbooksOf(course);
  const plans = whole?.parts.flatMap(({ chapters }) => chapters) ?? [];
  return {
    course,
    chapters: new Map(
      plans.map((plan) => [
        plan.path,
        readChapter(plan, existing(plan.path), t('trust.notAdvice')),
      ]),
    ),
    terms: readTerms(glossary, existing(glossary)),
  };
}
