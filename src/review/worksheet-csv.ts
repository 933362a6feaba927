import type { Translate } from '../course/interface.ts';
import { csvFile } from '../course/csv.ts';
import { stopAfter } from '../course/source.ts';
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
        rows.flatMap(({ at, statements }) =>
          statements.map(({ number, words, units }) => [
            t(`worksheet.${section}`),
            source === undefined
              ? t('worksheet.unsourced')
              : `${source.authors} (${source.year}). ${source.title}${stopAfter(source.title)} ${source.url}`,
            source === undefined ? undefined : t(`sources.${source.read}`),
            at,
            number,
            words,
            units.map((unit) => unitPage(unit, language).title).join('; '),
            units.map(({ id }) => id).join(' '),
            units.map(({ edition }) => edition).join(' '),
            ...toFill.map(() => undefined),
          ]),
        ),
      ),
    ),
  );
}
