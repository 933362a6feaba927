import type { ComponentDefinition } from '../component.ts';

/** A practice question. */
export const definition: ComponentDefinition = {
  name: 'Check',
  attributes: { id: { kind: 'question' } },
  isEmpty: true,
  content: 'fiction',
};
