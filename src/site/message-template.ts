import type { Translate } from '../course/interface.ts';
import type { MessageKey } from '../course/message-keys.ts';

/**
 * A message with values that a script fills in later: the placeholders stay in the text, as `{name}`.
 * @param t the messages of the page's language
 */
export const messageTemplate = (t: Translate, key: MessageKey, ...names: string[]): string =>
  t(key, Object.fromEntries(names.map((name) => [name, `{${name}}`])));
