import { z } from 'zod';
import { givenColumns } from './evaluation-table.ts';
import { id, words } from '../course/id.ts';

/** What a part of the sheet asks about: Kirkpatrick's levels 1 to 3, and between them the intention. */
const levels = ['reaction', 'learning', 'intention', 'behaviour'] as const;

/** Answers are told an LMS in rows of a log that has to hold the results as well (`tracking/log.ts`). */
const mostRows = 20;
/** Words weigh most in that log. */
const mostTexts = 4;

const text = words.max(200);

/** One thing that is asked. What is kept and exported is kept under its id, or under two made of it. */
const itemSchema = z.discriminatedUnion('kind', [
  /** A statement, rated from 1 to 5. */
  z.strictObject({ id, kind: z.literal('scale'), text }),
  /** An ability, rated twice at the end: as it was before the course, and as it is now. */
  z.strictObject({ id, kind: z.literal('before-after'), text }),
  z.strictObject({
    id,
    kind: z.literal('single'),
    text,
    options: z
      .array(z.strictObject({ id, text: words.max(120) }))
      .min(2)
      .max(10),
  }),
  /** A few words of the learner's own. */
  z.strictObject({ id, kind: z.literal('text'), text, hint: words.max(200).optional() }),
]);

const partSchema = z.strictObject({
  level: z.enum(levels),
  heading: words.max(80),
  /** One or two sentences before the items. */
  text: words.max(300).optional(),
  /** Words for 1 to 5, the least first; needed where the part rates something. */
  labels: z.array(words.max(30)).length(5).optional(),
  items: z.array(itemSchema).min(1),
});

/** `content/<language>/evaluation.yaml`: the evaluation after the final, and the sheet of three months later. */
export const evaluationSchema = z.strictObject({
  sheet: z.array(partSchema).min(1),
  /**
   * Id of the item, of the kind `text`, in which a learner says what they will do: the sheet of three
   * months later begins with it.
   */
  commitment: id,
  followUp: z.array(partSchema).min(1),
});

export type EvaluationSheets = z.output<typeof evaluationSchema>;
export type EvaluationPart = z.output<typeof partSchema>;
export type EvaluationItem = z.output<typeof itemSchema>;

/** The sheets of a course, and whether the first is told to an LMS when the learner sends it. */
export interface Evaluation extends EvaluationSheets {
  readonly report: boolean;
}

/** The names under which the answers to an item are kept: its id, or two for an ability rated twice. */
export const answerNames = ({ id: own, kind }: EvaluationItem): string[] =>
  kind === 'before-after' ? [`${own}-before`, `${own}-now`] : [own];

/** Those of all items of some parts, in order: columns of the table, ids of interactions. */
export const namesIn = (parts: readonly EvaluationPart[]): string[] =>
  parts.flatMap(({ items }) => items.flatMap(answerNames));

/** What is wrong with the sheets as a whole; `field` is the path in the file. */
export function sheetFaults(
  { sheet, commitment, followUp }: EvaluationSheets,
  report: boolean,
): { field: string; message: string; suggestion: string }[] {
  const faults: { field: string; message: string; suggestion: string }[] = [];
  const taken = new Set<string>(givenColumns);
  for (const [name, parts] of Object.entries({ sheet, followUp }))
    parts.forEach((part, p) => {
      const field = `${name}.${p}`;
      const isRated = part.items.some(({ kind }) => kind === 'scale' || kind === 'before-after');
      if (isRated && part.labels === undefined)
        faults.push({
          field: `${field}.labels`,
          message: 'Missing, but the part rates something.',
          suggestion: 'Write the five words for 1 to 5, the least first.',
        });
      part.items.forEach((item, i) => {
        for (const answer of answerNames(item)) {
          if (taken.has(answer))
            faults.push({
              field: `${field}.items.${i}.id`,
              message: `The name "${answer}" is taken by another column of the table.`,
              suggestion: 'Choose another id.',
            });
          taken.add(answer);
        }
        const options = item.kind === 'single' ? item.options.map((option) => option.id) : [];
        options.forEach((option, o) => {
          if (options.indexOf(option) !== o)
            faults.push({
              field: `${field}.items.${i}.options.${o}.id`,
              message: `The id "${option}" stands there twice.`,
              suggestion: 'Choose another id.',
            });
        });
      });
    });
  const asked = sheet.flatMap(({ items }) => items);
  if (!asked.some((item) => item.id === commitment && item.kind === 'text'))
    faults.push({
      field: 'commitment',
      message: `No item of the kind text is called "${commitment}" in sheet.`,
      suggestion: 'Name the item in which learners say what they will do.',
    });
  const rows = namesIn(sheet).length;
  const texts = asked.filter(({ kind }) => kind === 'text').length;
  if (report && (rows > mostRows || texts > mostTexts))
    faults.push({
      field: 'sheet',
      message: `${rows} answers, ${texts} of them in own words.`,
      suggestion: `An LMS can be sent ${mostRows}, ${mostTexts} of them in own words (an ability rated twice counts two): ask less, or write evaluation: { report: false } in course.yaml.`,
    });
  return faults;
}
