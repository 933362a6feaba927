import type { ComponentDefinition } from '../component.ts';

/** A risk to a person's liberty, health or rights. */
export const definition: ComponentDefinition = { name: 'Caution', attributes: {} };
