import type { ComponentDefinition } from '../../../../src/lesson/component.ts';

/** A short message to somebody. */
export const definition: ComponentDefinition = {
  name: 'Postcard',
  attributes: { to: { kind: 'text' } },
  shape(node, report) {
    if (node.children.length > 1) report('holds more than one paragraph.', 'Shorten it.');
  },
};
