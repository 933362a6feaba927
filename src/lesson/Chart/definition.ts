import type { ComponentDefinition } from '../component.ts';

/** Numbers of `figures/<name>.yaml`. */
export const definition: ComponentDefinition = {
  name: 'Chart',
  attributes: { name: { kind: 'chart' } },
  isEmpty: true,
  isDrawing: true,
};
