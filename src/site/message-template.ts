import type { Translate } from '../course/interface.ts';
import type { MessageKey } from '../course/message-keys.ts';

/**
 * A message whose values a script fills in: the named places stay in the text, as `{name}`.
 * @param t the messages of the page's language
 */
export const messageTemplate = (t: Translate, key: MessageKey, ...names: string[]): string =>
  t(key, Object.fromEntries(names.map((name) => [name, `{${name}}`])));
