import { place, source, type ComponentDefinition } from '../component.ts';

/** A short quotation of law, word for word. */
export const definition: ComponentDefinition = {
  name: 'Law',
  attributes: { source, at: place },
  content: 'quotation',
};
