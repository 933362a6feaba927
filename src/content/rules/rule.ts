import type { Report } from '../diagnostics/diagnostic.ts';
import type { ParsedContent } from '../parsed-content.ts';

/** One thing that is checked in the content of a language. */
export interface Rule {
  /** Name that messages give it, such as `duplicate-id`; also the name of its file. */
  readonly id: string;
  /** Languages for whose words it is made, as primary subtags such as `en`; every language where absent. */
  readonly languages?: readonly string[];
  /** Reports every place that breaks the rule. */
  check(content: ParsedContent, report: Report): void;
}
