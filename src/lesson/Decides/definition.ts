import type { ComponentDefinition } from '../component.ts';

/** A note that names the profession that decides, and the limits within which it does. */
export const definition: ComponentDefinition = {
  name: 'Decides',
  attributes: { role: { kind: 'role' } },
};
