/** A usage error; the message lists the valid alternatives. */
export class UsageError extends Error {
  override name = 'UsageError';
}
