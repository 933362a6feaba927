import type { ComponentDefinition } from './component.ts';
import * as registry from './registry.ts';

/** Definitions of the components that authors use in MDX, for the content check. */
export const vocabulary: readonly ComponentDefinition[] = Object.values(registry);

const byName = new Map(vocabulary.map((definition) => [definition.name, definition]));

/** The component of a tag; undefined where there is none. */
export const componentNamed = (name: string): ComponentDefinition | undefined => byName.get(name);
