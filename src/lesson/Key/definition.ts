import type { ComponentDefinition } from '../component.ts';

/** The one point to remember. */
export const definition: ComponentDefinition = { name: 'Key', attributes: {} };
