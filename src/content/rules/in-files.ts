import type { Finding, Report } from '../diagnostics/diagnostic.ts';
import type { SourceFile } from '../files/source-file.ts';
import type { ParsedContent } from '../parsed-content.ts';
import type { Rule } from './rule.ts';

/**
 * A rule that checks each file separately. Its findings are cached by file, and computed again only if the file
 * changes.
 * @param which files it reads, by their path
 * @param basis other input of the findings, such as a list of words; a different object invalidates the cache
 */
export function inFiles<Basis extends object>(
  which: RegExp | ((path: string) => boolean),
  check: (file: SourceFile, report: Report, basis: Basis) => void,
  basis: (content: ParsedContent) => Basis | undefined = () => none as Basis,
): Rule['check'] {
  const isRead = typeof which === 'function' ? which : (path: string) => which.test(path);
  const kept = new WeakMap<Basis, WeakMap<SourceFile, readonly Finding[]>>();
  return (content, report) => {
    const currentBasis = basis(content);
    if (currentBasis === undefined) return;
    const findingsOf = kept.get(currentBasis) ?? new WeakMap<SourceFile, readonly Finding[]>();
    kept.set(currentBasis, findingsOf);
    for (const file of content.files) {
      if (!isRead(file.path)) continue;
      let findings = findingsOf.get(file);
      if (findings === undefined) {
        const found: Finding[] = [];
        check(file, (finding) => found.push(finding), currentBasis);
        findingsOf.set(file, (findings = found));
      }
      findings.forEach(report);
    }
  };
}

const none = {};
