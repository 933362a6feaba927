import { answerNames, namesIn } from '../../evaluation/evaluation.ts';
import { givenColumns } from '../../evaluation/evaluation-table.ts';
import type { Rule } from './rule.ts';

/** Maximum number of answers, because they share the rows of an LMS log with the results. */
const mostRows = 20;
/** Maximum number of text answers, which take the most space in that log. */
const mostTexts = 4;

/** Evaluation sheets that cannot be answered, exported or sent to an LMS as a whole. */
export const evaluationSheet: Rule = {
  id: 'evaluation-sheet',
  check({ course, evaluation, language }, report) {
    if (evaluation === undefined) return;
    const { sheet, commitment, followUp } = evaluation;
    const tell = (field: string, message: string, suggestion: string) =>
      report({ file: `${language}/evaluation.yaml`, field, message, suggestion });
    const taken = new Set<string>(givenColumns);
    for (const [name, parts] of Object.entries({ sheet, followUp }))
      parts.forEach((part, p) => {
        const field = `${name}.${p}`;
        const isRated = part.items.some(({ kind }) => kind === 'scale' || kind === 'before-after');
        if (isRated && part.labels === undefined)
          tell(
            `${field}.labels`,
            'The part has ratings and no labels for them.',
            'Write the five words for 1 to 5, the lowest first.',
          );
        part.items.forEach((item, i) => {
          for (const answer of answerNames(item)) {
            if (taken.has(answer))
              tell(
                `${field}.items.${i}.id`,
                `The name "${answer}" is already a column of the table.`,
                'Choose another id.',
              );
            taken.add(answer);
          }
          const options = item.kind === 'single' ? item.options.map((option) => option.id) : [];
          options.forEach((option, o) => {
            if (options.indexOf(option) !== o)
              tell(
                `${field}.items.${i}.options.${o}.id`,
                `The id "${option}" appears twice in ${item.id}.`,
                'Choose another id.',
              );
          });
        });
      });
    const sheetItems = sheet.flatMap(({ items }) => items);
    if (!sheetItems.some((item) => item.id === commitment && item.kind === 'text'))
      tell(
        'commitment',
        `There is no item "${commitment}" of the kind text in sheet.`,
        'Name the item in which learners say what they will do.',
      );
    const rows = namesIn(sheet).length;
    const texts = sheetItems.filter(({ kind }) => kind === 'text').length;
    if (course.evaluation?.report === true && (rows > mostRows || texts > mostTexts))
      tell(
        'sheet',
        `The sheet has ${rows} answers, ${texts} of them in the learner's own words.`,
        `An LMS can be sent ${mostRows}, ${mostTexts} of them in own words (an ability rated twice counts as two): ask less, or write evaluation: { report: false } in course.yaml.`,
      );
  },
};
