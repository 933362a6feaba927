import { text, type ComponentDefinition } from '../component.ts';
import { decisionTreeShape as shape } from './decision-tree-shape.ts';

/** Questions that lead to a decision. */
export const definition: ComponentDefinition = {
  name: 'DecisionTree',
  attributes: { caption: text },
  isDrawing: true,
  shape,
};
