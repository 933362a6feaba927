import { expect, test } from 'vitest';
import { questionsPage } from '../../src/publish/questions-page.ts';

test('P52: the page of all questions has the words of questions and answers, and no names of their parts', () => {
  const page = (part: string, option: string) =>
    `<!DOCTYPE html><html><head></head><body><form data-question="a"><ol><li${part}><input type="radio" name="a" value="b">One</li></ol></form><details id="answer-a"><ol><li${option}>Right.</li></ol></details></body></html>`;
  expect(questionsPage(page(' data-part="b"', ' data-option="b"'))).toBe(page('', ''));
});
