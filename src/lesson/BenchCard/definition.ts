import type { ComponentDefinition } from '../component.ts';

/** Where the bench card of this module, or of another, is. */
export const definition: ComponentDefinition = {
  name: 'BenchCard',
  attributes: { module: { kind: 'module', isOptional: true } },
  isEmpty: true,
};
