import { text, type ComponentDefinition } from '../component.ts';

/** A worked example. */
export const definition: ComponentDefinition = {
  name: 'Example',
  attributes: { title: text },
  content: 'fiction',
};
