import { place, source, text, type ComponentDefinition } from '../component.ts';

/** A drawing of `figures/`, and the same in words; with its source it can be copied as an image. */
export const definition: ComponentDefinition = {
  name: 'Figure',
  attributes: {
    name: { kind: 'drawing' },
    caption: text,
    source: { ...source, isOptional: true },
    at: place,
  },
  content: 'figure',
  isDrawing: true,
};
