import type { ComponentDefinition } from '../component.ts';

/** A term that the glossary explains. */
export const definition: ComponentDefinition = {
  name: 'Term',
  attributes: { id: { kind: 'term' } },
};
