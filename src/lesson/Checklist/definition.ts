import type { ComponentDefinition } from '../component.ts';
import { holdsOne, isList } from '../shapes.ts';

/** Boxes to tick. */
export const definition: ComponentDefinition = {
  name: 'Checklist',
  attributes: {},
  shape: holdsOne((node) => isList(node) && !node.ordered, 'one list', '"- First item"'),
};
