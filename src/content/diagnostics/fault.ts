/** One mistake in the content, told so that an author can mend it. */
export interface Fault {
  /** Path of the file below `content/`. */
  readonly file: string;
  /** Path of the field in the file, such as `scenes.call.choices.1.goto`, or `line 12`. */
  readonly field: string;
  /** What was found. */
  readonly found: string;
  /** What to write instead. */
  readonly remedy: string;
}

/** A fault as one line: file, field, what was found, what to write. */
export const faultLine = ({ file, field, found, remedy }: Fault) =>
  `${file} · ${field}: ${found} ${remedy}`;

/** The content has faults; the message lists all of them. */
export class ContentError extends Error {
  override name = 'ContentError';
  readonly faults: readonly Fault[];

  constructor(faults: readonly Fault[]) {
    super(faults.map(faultLine).join('\n'));
    this.faults = faults;
  }
}
