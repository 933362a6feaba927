import type { Translate } from '../course/interface.ts';
import { csvFile } from '../course/csv.ts';
import { unitPage } from './unit-page.ts';
import { worksheetSections, type Worksheet } from './worksheet.ts';

/** The lines of a worksheet as a table, with empty columns for reviewers. */
export function worksheetCsv(sheet: Worksheet, language: string, t: Translate): string {
  const head = (
    [
      'section',
      'source',
      'read',
      'place',
      'number',
      'statement',
      'page',
      'unit',
      'unitEdition',
    ] as const
  ).map((name) => t(`worksheet.${name}`));
  const toFill = (['checkedBy', 'checkedOn', 'remark'] as const).map((name) =>
    t(`worksheet.${name}`),
  );
  return csvFile(
    [...head, ...toFill],
    worksheetSections.flatMap((section) =>
      sheet[section].flatMap(({ source, rows }) =>
        rows.map(({ at, number, words, unit }) => [
          t(`worksheet.${section}`),
          source === undefined
            ? t('worksheet.unsourced')
            : `${source.authors} (${source.year}). ${source.title}. ${source.url}`,
          source === undefined ? undefined : t(`sources.${source.read}`),
          at,
          number,
          words,
          unitPage(unit, language).title,
          unit.id,
          unit.edition,
          ...toFill.map(() => undefined),
        ]),
      ),
    ),
  );
}
