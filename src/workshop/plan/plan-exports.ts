import { csvFile } from '../../course/csv.ts';
import type { Block, WordDocument } from '../docx/word-document.ts';
import { actionFields, type Plan, type PlanDifference, terms } from './plan.ts';

/** Words of a plan, as the page has them. */
export interface PlanWords {
  readonly untitled: string;
  /** Heads of the ten columns: the fields of an action, `by` and `state`. */
  readonly columns: readonly string[];
  /** Heading of the differences between groups. */
  readonly differences: string;
  /** Text that a group wrote, with its name, such as `Two nurses (Health)`. */
  readonly said: (value: string, group: string) => string;
  readonly term: (months: string) => string;
  readonly state: (state: string) => string;
  /** Value of a field in the words of the page. */
  readonly value: (field: string, value: string) => string;
}

/** The plan for a word processor, with one table each for actions due within 3, 6 and 12 months. */
export const planDocument = (
  { title, group, actions, differences = [] }: Plan,
  words: PlanWords,
): Pick<WordDocument, 'title' | 'isLandscape' | 'blocks'> => ({
  title: title || words.untitled,
  isLandscape: true,
  blocks: [
    { kind: 'heading', level: 1, text: title || words.untitled },
    ...(group === '' ? [] : [{ kind: 'text', text: group } as const]),
    ...terms.flatMap((term): Block[] => {
      const due = actions.filter(({ by }) => by === term);
      if (due.length === 0) return [];
      return [
        { kind: 'heading', level: 2, text: words.term(term) },
        {
          kind: 'table',
          head: words.columns.filter((_, column) => column !== actionFields.length),
          rows: due.map((action) => [
            ...actionFields.map((field) => action[field]),
            words.state(action.state),
          ]),
        },
      ];
    }),
    ...(differences.length === 0
      ? []
      : ([
          { kind: 'heading', level: 2, text: words.differences },
          { kind: 'list', items: differences.map((each) => inWords(each, actions, words)) },
        ] as const)),
  ],
});

const named = [...actionFields, 'by', 'state'] as const;

/** A difference as one line: action, field, and the entry of each group. */
function inWords(
  { action, field, said }: PlanDifference,
  actions: Plan['actions'],
  words: PlanWords,
): string {
  const planned = actions.find(({ id }) => id === action);
  const what = [
    planned?.action || planned?.gap || '',
    words.columns[named.indexOf(field)] ?? field,
  ];
  const each = said.map(({ group, value }) => words.said(words.value(field, value), group));
  return `${what.filter((part) => part !== '').join(', ')}: ${each.join('; ')}`;
}

/** The plan as CSV, with a row for each action. */
export const planTable = ({ actions }: Plan, words: PlanWords): string =>
  csvFile(
    words.columns,
    actions.map((action) => [
      ...actionFields.map((field) => action[field]),
      words.term(action.by),
      words.state(action.state),
    ]),
  );
