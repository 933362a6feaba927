import { messageKeys } from '../../course/message-keys.ts';
import { nearestName } from '../diagnostics/nearest-name.ts';
import { messagesOf, placeholdersOf } from '../message-keys-module.ts';
import type { Rule } from './rule.ts';

const usedKeys: ReadonlyMap<string, readonly string[]> = new Map(Object.entries(messageKeys));

/**
 * Messages of the interface that are missing or that no page uses, that have other placeholders than the pages fill, or
 * that lack a plural form of the language.
 */
export const message: Rule = {
  id: 'message',
  check({ interface: words, language, unread }, report) {
    const file = `${language}/interface.yaml`;
    if (unread.has(file)) return;
    const written = new Map(messagesOf(words));
    const missing = [...usedKeys.keys()].filter((key) => !written.has(key));
    const tell = (key: string, found: string, suggestion: string) =>
      report({ file, field: `messages.${key}`, message: found, suggestion });
    const renamed = new Set<string>();
    for (const [key, one] of written) {
      const places = usedKeys.get(key);
      if (places === undefined) {
        const near = nearestName(key, missing);
        // A message for unfinished pages is not a mistake.
        if (near === undefined) continue;
        renamed.add(near);
        tell(key, `No page asks for the message "${key}".`, `Did you mean "${near}"?`);
        continue;
      }
      for (const name of placeholdersOf(one))
        if (!places.includes(name))
          tell(
            key,
            `No value is given for {${name}} in "${key}".`,
            places.length === 0
              ? 'Write the message without it.'
              : `Write one of: ${places.map((place) => `{${place}}`).join(', ')}.`,
          );
      const names = new Set(placeholdersOf(one));
      for (const name of places)
        if (!names.has(name))
          tell(
            key,
            `The message "${key}" has no place for {${name}}.`,
            `Write {${name}} where the value belongs.`,
          );
      if (typeof one === 'string') continue;
      for (const category of pluralForms(language))
        if (one[category] === undefined)
          tell(
            key,
            `The message "${key}" has no form for "${category}", which ${language} needs.`,
            `Write "${category}:" with the form for such a number.`,
          );
    }
    for (const key of missing)
      if (!renamed.has(key))
        tell(key, `The message "${key}" is missing.`, 'Write it; the pages ask for it.');
  },
};

/** Plural forms for the numbers that a course shows; some languages have one more for millions. */
function pluralForms(language: string): Set<Intl.LDMLPluralRule> {
  const rules = new Intl.PluralRules(language);
  return new Set(Array.from({ length: 1001 }, (_, count) => rules.select(count)));
}
