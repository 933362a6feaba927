import type { ComponentDefinition } from '../component.ts';

/** A question to oneself, with room to write. */
export const definition: ComponentDefinition = {
  name: 'Reflect',
  attributes: { id: { kind: 'id' } },
  content: 'fiction',
};
