import type { ComponentDefinition } from '../component.ts';

/** A passage that may stand only with its source. */
export const definition: ComponentDefinition = { name: 'Claim', attributes: {} };
