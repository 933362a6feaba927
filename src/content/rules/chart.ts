import { endOf } from '../../lesson/Chart/chart.ts';
import { chartPath } from '../content-paths.ts';
import type { Rule } from './rule.ts';

/** Charts whose numbers do not fit together. */
export const chart: Rule = {
  id: 'chart',
  check({ charts, language }, report) {
    for (const [figure, { series, rows }] of charts) {
      const file = chartPath(language, figure);
      const columns = series?.length ?? 1;
      rows.forEach(({ values }, row) => {
        if (values.length !== columns)
          report({
            file,
            field: `rows.${row}.values`,
            message: `The row has ${values.length === 1 ? 'one number' : `${values.length} numbers`}.`,
            suggestion: `Write ${columns === 1 ? 'one number, with a point for decimals' : `${columns} numbers, one for each of series`}.`,
          });
        values.forEach((value, column) => {
          if (value === null || typeof value === 'number') return;
          if (value.low > value.value || value.value > value.high)
            report({
              file,
              field: `rows.${row}.values.${column}`,
              message: `The value ${value.value} is not between ${value.low} and ${value.high}.`,
              suggestion: 'Write low, value and high so that the value lies between the two.',
            });
        });
      });
      if (rows.every(({ values }) => values.every((value) => endOf(value) === 0)))
        report({
          file,
          field: 'rows',
          message: 'Every number is 0 or not known.',
          suggestion: 'Write at least one number above 0.',
        });
    }
  },
};
