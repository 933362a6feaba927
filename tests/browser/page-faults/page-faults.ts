import type { Fault } from './fault.ts';
import { interactionFaults } from './interaction.ts';
import { landmarkFaults } from './landmarks.ts';
import { languageFaults } from './language.ts';
import { nameFaults } from './names.ts';
import { groupFaults, headingFaults } from './order.ts';
import { referenceFaults } from './references.ts';

/**
 * Faults of the words and ids of a page, by the rules of axe that depend on them: a hundredth of the time axe takes,
 * so that it is asked of every page. What code and styles alone can break, axe finds on the pages that are unlike
 * (`unlike-pages.ts`).
 */
export const pageFaults = (page: Document): Fault[] =>
  [
    ...[languageFaults, headingFaults, landmarkFaults, nameFaults, referenceFaults],
    ...[groupFaults, interactionFaults],
  ].flatMap((faults) => faults(page));
