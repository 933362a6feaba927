import { place, source, type ComponentDefinition } from '../component.ts';

/** The source of a claim. */
export const definition: ComponentDefinition = {
  name: 'Cite',
  attributes: { source, at: place },
  isEmpty: true,
  isInline: true,
};
