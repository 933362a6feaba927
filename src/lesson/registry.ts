import type { ComponentDefinition } from './component.ts';
import { definition as benchCard } from './BenchCard/definition.ts';
import { definition as caution } from './Caution/definition.ts';
import { definition as chart } from './Chart/definition.ts';
import { definition as check } from './Check/definition.ts';
import { definition as checklist } from './Checklist/definition.ts';
import { definition as cite } from './Cite/definition.ts';
import { definition as claim } from './Claim/definition.ts';
import { definition as compare } from './Compare/definition.ts';
import { definition as decides } from './Decides/definition.ts';
import { definition as decisionTree } from './DecisionTree/definition.ts';
import { definition as example } from './Example/definition.ts';
import { definition as figure } from './Figure/definition.ts';
import { definition as key } from './Key/definition.ts';
import { definition as law } from './Law/definition.ts';
import { definition as principles } from './Principles/definition.ts';
import { definition as reflect } from './Reflect/definition.ts';
import { definition as steps } from './Steps/definition.ts';
import { definition as term } from './Term/definition.ts';
import { definition as timeline } from './Timeline/definition.ts';

/** The components that authors use in MDX, one line each (docs/authoring.md). */
export const registry: readonly ComponentDefinition[] = [
  benchCard,
  caution,
  chart,
  check,
  checklist,
  cite,
  claim,
  compare,
  decides,
  decisionTree,
  example,
  figure,
  key,
  law,
  principles,
  reflect,
  steps,
  term,
  timeline,
];

const byName = new Map(registry.map((definition) => [definition.name, definition]));

/** The component of a tag; undefined where there is none. */
export const componentNamed = (name: string): ComponentDefinition | undefined => byName.get(name);
