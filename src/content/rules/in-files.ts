import type { Finding, Report } from '../diagnostics/diagnostic.ts';
import type { SourceFile } from '../files/source-file.ts';
import type { ParsedContent } from '../parsed-content.ts';
import type { Rule } from './rule.ts';

/**
 * A rule that looks at each file by itself. Its findings are kept with the file, and made again only when the
 * file has changed.
 * @param which files it reads, by their path
 * @param basis what else the findings depend on, such as a list of words; another object asks again
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
