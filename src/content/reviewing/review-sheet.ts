import type { ParsedContent } from '../parsed-content.ts';
import { editionOf } from './edition.ts';
import { reviewUnits, type ReviewUnit } from './review-unit.ts';

/** Units handed to one reviewer: those of a module, or all beside the modules. */
export interface ReviewSheet {
  /** Id of the module, or `reference`. */
  readonly id: string;
  readonly units: readonly ReviewUnit[];
  /** Edition of the sheet; another when a unit changes or is added. */
  readonly edition: string;
}

/** Id of the sheet of bench cards by profession, country notes, documents, the page about the course and terms. */
const referenceSheet = 'reference';

const kept = new WeakMap<ParsedContent, readonly ReviewSheet[]>();

/** The sheets of a course, those of the modules first. */
export function reviewSheets(content: ParsedContent): readonly ReviewSheet[] {
  const keptSheets = kept.get(content);
  if (keptSheets !== undefined) return keptSheets;
  const units = reviewUnits(content);
  const sheets = [...content.course.modules.map(({ id }) => id), undefined].map((module) => {
    const moduleUnits = units.filter((unit) => unit.module === module);
    return {
      id: module ?? referenceSheet,
      units: moduleUnits,
      edition: editionOf(moduleUnits.map(({ id, edition }) => `${id} ${edition}`)),
    };
  });
  kept.set(content, sheets);
  return sheets;
}
