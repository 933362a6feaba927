import type { ComponentDefinition } from '../component.ts';
import { holdsOne, isList } from '../shapes.ts';

/** A procedure. */
export const definition: ComponentDefinition = {
  name: 'Steps',
  attributes: {},
  shape: holdsOne(
    (node) => isList(node) && node.ordered === true,
    'one numbered list',
    '"1. First step"',
  ),
};
