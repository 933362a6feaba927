import { text, type ComponentDefinition } from '../component.ts';
import { holdsOne } from '../shapes.ts';

/** Options side by side. */
export const definition: ComponentDefinition = {
  name: 'Compare',
  attributes: { caption: text },
  content: 'figure',
  shape: holdsOne((node) => node.type === 'table', 'one table', 'a Markdown table'),
};
