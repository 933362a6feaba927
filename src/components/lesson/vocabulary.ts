import Caution from './Caution.astro';
import Check from './Check.astro';
import Checklist from './Checklist.astro';
import Cite from './Cite.astro';
import Compare from './Compare.astro';
import Decides from './Decides.astro';
import Example from './Example.astro';
import Figure from './Figure.astro';
import Key from './Key.astro';
import Law from './Law.astro';
import Link from './Link.astro';
import Reflect from './Reflect.astro';
import Steps from './Steps.astro';
import Term from './Term.astro';

/** What authors may write in MDX (docs/authoring.md), and how Markdown's own links are drawn. */
export const vocabulary = {
  Caution,
  Check,
  Checklist,
  Cite,
  Compare,
  Decides,
  Example,
  Figure,
  Key,
  Law,
  Reflect,
  Steps,
  Term,
  a: Link,
};
