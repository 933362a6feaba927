import BenchCard from './BenchCard.astro';
import Caution from './Caution.astro';
import Chart from './Chart.astro';
import Check from './Check.astro';
import Checklist from './Checklist.astro';
import Cite from './Cite.astro';
import Claim from './Claim.astro';
import Compare from './Compare.astro';
import Decides from './Decides.astro';
import DecisionTree from './DecisionTree.astro';
import Example from './Example.astro';
import Figure from './Figure.astro';
import Key from './Key.astro';
import Law from './Law.astro';
import Link from './Link.astro';
import Principles from './Principles.astro';
import Reflect from './Reflect.astro';
import Steps from './Steps.astro';
import Term from './Term.astro';
import Timeline from './Timeline.astro';

/** What authors may write in MDX (docs/authoring.md), and how Markdown's own links are drawn. */
export const vocabulary = {
  BenchCard,
  Caution,
  Chart,
  Check,
  Checklist,
  Cite,
  Claim,
  Compare,
  Decides,
  DecisionTree,
  Example,
  Figure,
  Key,
  Law,
  Principles,
  Reflect,
  Steps,
  Term,
  Timeline,
  a: Link,
};
