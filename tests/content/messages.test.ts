import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { messageKeysModule } from '../../src/content/message-keys-module.ts';
import { message } from '../../src/content/rules/message.ts';
import { interfaceSchema, type InterfaceWords } from '../../src/course/interface.ts';
import { messageKeys } from '../../src/course/message-keys.ts';
import { findingsOf } from '../fixtures/rule-findings.ts';

const text = readFileSync('content/en/interface.yaml', 'utf8');
const english = interfaceSchema.parse(parse(text));

test('src/course/message-keys.ts is what npm run messages makes of the interface', () => {
  expect(readFileSync('src/course/message-keys.ts', 'utf8')).toBe(messageKeysModule(english));
});

test('every message is asked for by some code: by its key, or by a key that is put together', () => {
  const code = globSync('{src,scorm}/**/*.{ts,astro}')
    .filter((path) => !path.endsWith('message-keys.ts'))
    .map((path) => readFileSync(path, 'utf8'))
    .join('\n');
  const patterns = [...code.matchAll(/`([a-z-]+\.[\w-]*(?:\$\{[^}]+\}[\w-]*)+)`/g)].map(
    ([, key = '']) => new RegExp(`^${key.replace(/\$\{[^}]+\}/g, '.+').replace('.', '\\.')}$`),
  );
  const named = new Set(Array.from(code.matchAll(/'([\w.-]+)'/g), ([, name]) => name));
  const unused = Object.keys(messageKeys).filter(
    (key) => !named.has(key) && !patterns.some((pattern) => pattern.test(key)),
  );
  expect(unused).toEqual([]);
});

describe('a language with missing interface messages is reported', () => {
  const said = (change: (words: InterfaceWords['messages']) => void, language = 'en') => {
    const messages = structuredClone(english.messages);
    change(messages);
    return findingsOf(message, {}, { language, interface: { ...english, messages } }).map(
      ({ field, message: found, suggestion }) => `${field}: ${found} ${suggestion}`,
    );
  };
  const site = (messages: InterfaceWords['messages']) => messages['site'] ?? {};

  test('nothing, where it is whole', () => {
    expect(said(() => undefined)).toEqual([]);
  });

  test('a message that is missing', () => {
    expect(said((messages) => delete site(messages)['skip'])).toEqual([
      'messages.site.skip: The message "site.skip" is missing. Write it; the pages ask for it.',
    ]);
  });

  test('a misspelt key, once', () => {
    expect(
      said((messages) => {
        site(messages)['notFoundTex'] = site(messages)['notFoundText'] ?? '';
        delete site(messages)['notFoundText'];
      }),
    ).toEqual([
      'messages.site.notFoundTex: No page asks for the message "site.notFoundTex". Did you mean "site.notFoundText"?',
    ]);
  });

  test('a misspelt placeholder', () => {
    expect(said((messages) => (site(messages)['cite'] = '{source}, {att}'))).toEqual([
      'messages.site.cite: No value is given for {att} in "site.cite". Write one of: {at}, {source}.',
      'messages.site.cite: The message "site.cite" has no place for {at}. Write {at} where the value belongs.',
    ]);
  });

  test('a plural form that the language needs', () => {
    expect(said(() => undefined, 'ru')[0]).toMatch(
      /has no form for "(few|many)", which ru needs\./,
    );
    expect(said(() => undefined, 'vi')).toEqual([]);
  });
});
