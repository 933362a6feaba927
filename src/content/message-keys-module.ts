import type { InterfaceWords, Message } from '../course/interface.ts';

/** Names of the values that a message has a place for, sorted. */
export const placeholdersOf = (message: Message): string[] => {
  const texts =
    typeof message === 'string'
      ? [message]
      : Object.values(message).filter((text) => text !== undefined);
  const names = texts.flatMap((text) =>
    [...text.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name),
  );
  return [...new Set(names)].toSorted();
};

/** Every message by its key, such as `site.name`, in the order of the alphabet. */
export const messagesOf = ({ messages }: InterfaceWords): [key: string, message: Message][] =>
  Object.entries(messages)
    .flatMap(([section, entries]) =>
      Object.entries(entries).map(([name, message]): [string, Message] => [
        `${section}.${name}`,
        message,
      ]),
    )
    .toSorted(([one], [other]) => (one < other ? -1 : 1));

/** The text of `src/course/message-keys.ts`. */
export const messageKeysModule = (words: InterfaceWords): string =>
  [
    '// Made by `npm run messages` from the interface of the first language; not to be edited.',
    '',
    '/** The messages of the interface, each with the values that it has a place for. */',
    'export const messageKeys = {',
    ...messagesOf(words).map(([key, message]) => {
      const names = placeholdersOf(message).map((name) => `'${name}'`);
      return `  '${key}': [${names.join(', ')}],`;
    }),
    '} as const;',
    '',
    '/** Key of a message, such as `site.name`. */',
    'export type MessageKey = keyof typeof messageKeys;',
    '',
  ].join('\n');
