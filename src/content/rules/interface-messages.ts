import type { InterfaceWords } from '../../course/interface.ts';
import type { Rule } from './rule.ts';

/**
 * Messages of a translation that are missing, or whose `{values}` differ from the original. A missing message would
 * stop the build at the first page that shows it.
 */
export const interfaceMessages: Rule = {
  id: 'interface-messages',
  check({ original, language, interface: translated }, report) {
    if (original === undefined) return;
    const file = `${language}/interface.yaml`;
    const [there, here] = [messagesOf(original.interface), messagesOf(translated)];
    for (const [key, values] of there) {
      const field = `messages.${key}`;
      const placeholders = here.get(key);
      if (placeholders === undefined)
        report({
          file,
          message: `The message "${key}" is missing.`,
          suggestion: 'Translate it; the original has it.',
        });
      else
        for (const value of new Set([...values, ...placeholders]))
          if (!placeholders.has(value))
            report({
              file,
              field,
              message: `The value {${value}} is missing.`,
              suggestion: 'Put it where the sentence says it.',
            });
          else if (!values.has(value))
            report({
              file,
              field,
              message: `The original has no value {${value}}.`,
              suggestion: `Use ${[...values].map((name) => `{${name}}`).join(', ') || 'no braces'}.`,
            });
    }
    for (const key of here.keys())
      if (!there.has(key))
        report({
          file,
          field: `messages.${key}`,
          message: 'The original has no such message.',
          suggestion: 'Delete it, or correct its name.',
        });
  },
};

/** The names of the values of each message, in all its plural forms, by section and name. */
function messagesOf({ messages }: Partial<InterfaceWords>): Map<string, ReadonlySet<string>> {
  return new Map(
    Object.entries(messages ?? {}).flatMap(([section, entries]) =>
      Object.entries(entries).map(([name, message]) => {
        const forms = typeof message === 'string' ? message : Object.values(message).join(' ');
        const values = [...forms.matchAll(/\{(\w+)\}/g)].map(([, value = '']) => value);
        return [`${section}.${name}`, new Set(values)] as const;
      }),
    ),
  );
}
