import type { ComponentDefinition } from '../component.ts';

/** Who decides, and within which limits. */
export const definition: ComponentDefinition = {
  name: 'Decides',
  attributes: { role: { kind: 'role' } },
};
