import { describe, expect, test } from 'vitest';
import {
  answersFrom,
  countAnswers,
  unitedAnswers,
  withAnswer,
} from '../../src/home-law/law-answers.ts';
import { lawTable, lawText } from '../../src/home-law/law-exports.ts';

const words = {
  title: 'My law',
  columns: ['Module', 'Question', 'Found', 'Answer'],
  finding: (finding: string) => `found: ${finding}`,
  open: 'open',
};
const modules = [
  {
    title: 'Trial',
    questions: [
      { id: 'one', asks: 'Which article?' },
      { id: 'two', asks: 'Who?' },
    ],
  },
];
const answers = withAnswer(withAnswer({}, 'one', { text: 'Article 3' }), 'one', { finding: 'gap' });

describe('P63: answers on the law at home', () => {
  test('keep text and finding of a question together', () => {
    expect(answers).toEqual({ one: { text: 'Article 3', finding: 'gap' } });
    expect(countAnswers(answers, ['one', 'two'])).toEqual({ done: 1, gaps: 1 });
  });

  test('of two devices are united without a loss, and twice as once', () => {
    const other = {
      one: { text: 'Article 4' },
      two: { text: 'The court', finding: 'law' } as const,
    };
    const both = unitedAnswers(answers, other);
    expect(both).toEqual({
      one: { text: 'Article 3\n\nArticle 4', finding: 'gap' },
      two: { text: 'The court', finding: 'law' },
    });
    expect(unitedAnswers(both, other)).toEqual(both);
  });

  test('that are no answers are left out', () => {
    expect(answersFrom({ one: { text: 'a', finding: 'else' }, two: 3 })).toEqual({
      one: { text: 'a' },
    });
    expect(answersFrom(null)).toBeUndefined();
  });

  test('make a table and a text with every question, the open ones too', () => {
    expect(lawTable(modules, answers, words)).toBe(
      '\uFEFFModule,Question,Found,Answer\r\nTrial,Which article?,found: gap,Article 3\r\nTrial,Who?,open,\r\n',
    );
    expect(lawText(modules, answers, words)).toBe(
      '# My law\n\n## Trial\n\n**Which article?**\n\nfound: gap\n\nArticle 3\n\n**Who?**\n\nopen\n',
    );
  });
});
