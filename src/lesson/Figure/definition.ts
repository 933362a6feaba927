import { text, type ComponentDefinition } from '../component.ts';

/** A drawing of `figures/`, and the same in words. */
export const definition: ComponentDefinition = {
  name: 'Figure',
  attributes: { name: { kind: 'drawing' }, caption: text },
  content: 'figure',
  isDrawing: true,
};
