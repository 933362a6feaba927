import { chartPath, drawingPath, folderOf } from '../content-paths.ts';
import { nearestName, nearestOr } from '../diagnostics/nearest-name.ts';
import { partialModules } from './partial-modules.ts';
import { usesOf } from './uses-of.ts';
import type { Rule } from './rule.ts';

/** Missing drawings and charts that a page refers to, and unused ones. */
export const figure: Rule = {
  id: 'figure',
  check(content, report) {
    const { figures, charts, chartFiles, language } = content;
    const shown = new Set<string>();
    const beside = new Map<string, string[]>();
    for (const one of figures) {
      const [owner = '', name = ''] = one.split('/');
      beside.set(owner, [...(beside.get(owner) ?? []), name]);
    }
    for (const { file, line, value, owner } of usesOf(content, 'drawing')) {
      const stem = value.replace(/\.svg$/, '');
      const names = beside.get(owner ?? '') ?? [];
      const folder = `${folderOf(language, owner ?? '')}/figures/`;
      // A drawing with a probable misspelling here does not count as unused.
      shown.add(`${owner}/${names.includes(stem) ? stem : nearestName(stem, names)}`);
      if (names.includes(value)) continue;
      report(
        names.includes(stem)
          ? {
              file,
              line,
              message: `The name "${value}" has the ending of a file.`,
              suggestion: `Write name="${stem}".`,
            }
          : {
              file,
              line,
              message: `There is no drawing figures/${stem}.svg.`,
              suggestion: nearestOr(stem, names, `Save it in ${folder}.`),
            },
      );
    }
    for (const { file, line, value, owner } of usesOf(content, 'chart')) {
      shown.add(`${owner}/${value}`);
      if (!chartFiles.has(`${owner}/${value}`))
        report({
          file,
          line,
          message: `There is no chart figures/${value}.yaml.`,
          suggestion: `Save it in ${folderOf(language, owner ?? '')}/figures/.`,
        });
    }
    const partial = partialModules(content);
    const unused = (one: string) => !shown.has(one) && !partial.has(one.split('/')[0] ?? '');
    for (const one of [...charts.keys()].filter(unused))
      report({
        file: chartPath(language, one),
        message: 'No page shows this chart.',
        suggestion: `Write <Chart name="${one.split('/')[1]}" /> in a lesson, or delete the file.`,
      });
    for (const one of [...figures].filter(unused))
      report({
        file: drawingPath(language, one),
        message: 'No page shows this drawing.',
        suggestion: `Write <Figure name="${one.split('/')[1]}" caption="..."> in a lesson, or delete the file.`,
      });
  },
};
