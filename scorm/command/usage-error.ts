/** The command was asked for what it cannot do; the message says what can be asked for. */
export class UsageError extends Error {
  override name = 'UsageError';
}
