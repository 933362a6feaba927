import { expect, test } from 'vitest';
import { parsePage } from '../../src/publish/parsed-page.ts';

const page =
  '<html><body><main><form data-question="which" data-response="single" data-missing="Choose an answer first."></form>' +
  '<section class="key-of-answers" data-search="off" data-right="Right"><details id="answer-which" data-correct="a"><ul><li data-option="a">So it is.</li></ul></details></section></main></body></html>';
const published = (path: string) => parsePage(path, page, new Map()).unnamed;

test('the page of a bank says what is read, and not what only the script of a check asks for', () => {
  const bank = published('en/first/questions.html');
  expect(bank).toContain('So it is.');
  expect(bank).toContain('<details id="answer-which">');
  expect(bank).not.toMatch(/data-(?:missing|correct|option|response|right)/);
});

test('the page of a check keeps what its script asks for', () => {
  expect(published('en/first/check.html')).toMatch(
    /data-response.*data-missing.*data-right.*data-correct.*data-option/,
  );
});

test('what is read as one word stays on its line on the page, and is searched and sent with its space', () => {
  const { unnamed, sections } = parsePage(
    'en/a.html',
    '<html lang="en"><head><title>art. 3</title></head><body><main data-search="on"><h1>A</h1><p title="art. 3">See <a>UN, art. 3</a>.</p><code>art. 3</code><script>"art. 3"</script></main></body></html>',
    new Map(),
  );
  expect(unnamed.match(/art\.&nbsp;3/g)).toHaveLength(1);
  expect(unnamed).toContain('<a>UN, art.&nbsp;3</a>');
  expect(JSON.stringify(sections)).toContain('art. 3');
});
