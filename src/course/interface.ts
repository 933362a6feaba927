import { z } from 'zod';
import { nonEmptyText } from './id.ts';
import type { MessageKey } from './message-keys.ts';

/** Plural forms of one message, by CLDR category (`Intl.PluralRules`). */
const plural = z.strictObject({
  zero: nonEmptyText.optional(),
  one: nonEmptyText.optional(),
  two: nonEmptyText.optional(),
  few: nonEmptyText.optional(),
  many: nonEmptyText.optional(),
  other: nonEmptyText,
});

/**
 * `content/<language>/interface.yaml`: every word of the interface, in sections.
 * `{name}` stands for a value; a message that depends on `{count}` has plural forms.
 */
export const interfaceSchema = z.strictObject({
  /** Name of the language in itself. */
  language: nonEmptyText,
  direction: z.enum(['ltr', 'rtl']),
  messages: z.record(z.string(), z.record(z.string(), z.union([nonEmptyText, plural]))),
});

export type InterfaceWords = z.output<typeof interfaceSchema>;

/** One message: a text, or its plural forms. */
export type Message = InterfaceWords['messages'][string][string];

/** Gives a message its values: `t('site.minutes', { count: 5 })`. */
export type Translate = (key: MessageKey, values?: Record<string, string | number>) => string;

/**
 * A message key composed of parts unknown to the types, such as the id of a standard. The translator throws if
 * there is no such message.
 */
export const messageKey = (key: string): MessageKey => key as MessageKey;

/**
 * The translator of one language.
 * @param tag BCP 47 tag, which decides the plural rules and how numbers are written
 * @returns a function that throws if the key or a value is missing: a missing word must stop the build, never
 * reach a reader
 */
export function translator(tag: string, { messages }: InterfaceWords): Translate {
  const rules = new Intl.PluralRules(tag);
  const numbers = new Intl.NumberFormat(tag);
  return (key, values = {}) => {
    const [section = '', name = ''] = key.split('.');
    const message = messages[section]?.[name];
    if (message === undefined) throw new Error(`interface.yaml has no message "${key}" (${tag})`);
    const count = values['count'];
    const text =
      typeof message === 'string'
        ? message
        : (message[rules.select(Number(count))] ?? message.other);
    return text.replace(/\{(\w+)\}/g, (_, value: string) => {
      const replacement = values[value];
      if (replacement === undefined)
        throw new Error(`message "${key}" needs a value for {${value}}`);
      return typeof replacement === 'number' ? numbers.format(replacement) : replacement;
    });
  };
}
