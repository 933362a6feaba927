import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { ParsedContent } from '../parsed-content.ts';
import type { Rule } from './rule.ts';

/** Runs rules on the content of a language. A rule that throws is reported and does not stop the others. */
export function runRules(rules: readonly Rule[], content: ParsedContent): Diagnostic[] {
  const [language = ''] = content.language.split('-');
  return rules
    .filter(({ languages }) => languages?.includes(language) ?? true)
    .flatMap((rule) => {
      const found: Diagnostic[] = [];
      try {
        rule.check(content, (finding) => found.push({ rule: rule.id, ...finding }));
      } catch (error) {
        found.push({
          rule: rule.id,
          file: 'course.yaml',
          message: `The check stopped with an error of its own: ${String(error)}.`,
          suggestion: 'This is a mistake of the program; please report it with the content.',
        });
      }
      return found;
    });
}
