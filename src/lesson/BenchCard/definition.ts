import type { ComponentDefinition } from '../component.ts';

/** A link to the bench card of this module, or of another. */
export const definition: ComponentDefinition = {
  name: 'BenchCard',
  attributes: { module: { kind: 'module', isOptional: true } },
  isEmpty: true,
};
