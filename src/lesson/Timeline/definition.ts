import type { ComponentDefinition } from '../component.ts';
import { timelineShape as shape } from './timeline-shape.ts';

/** Events in the order of time. */
export const definition: ComponentDefinition = {
  name: 'Timeline',
  attributes: {},
  isDrawing: true,
  shape,
};
