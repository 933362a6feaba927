import type { ComponentDefinition } from '../component.ts';

/** The statements of principles.yaml. */
export const definition: ComponentDefinition = {
  name: 'Principles',
  attributes: {},
  isEmpty: true,
};
