import type { Report } from '../diagnostics/diagnostic.ts';
import type { ParsedContent } from '../parsed-content.ts';

/** A rule of the content check, which runs on the content of one language. */
export interface Rule {
  /** Name of the rule in messages, such as `duplicate-id`; also the name of its file. */
  readonly id: string;
  /** Languages that the rule applies to, as primary subtags such as `en`; absent if it applies to all. */
  readonly languages?: readonly string[];
  /** Reports every place that breaks the rule. */
  check(content: ParsedContent, report: Report): void;
}
