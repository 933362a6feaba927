/** One mistake in the content, told so that an author can mend it. */
export interface Diagnostic {
  /** Path of the file below `content/`. */
  readonly file: string;
  /** Path of the field in the file, such as `scenes.call.choices.1.goto`, or `line 12`. */
  readonly field: string;
  /** What was found. */
  readonly message: string;
  /** What to write instead. */
  readonly suggestion: string;
}

/** A fault as one line: file, field, what was found, what to write. */
export const diagnosticLine = ({ file, field, message, suggestion }: Diagnostic) =>
  `${file} · ${field}: ${message} ${suggestion}`;

/** The content has faults; the message lists all of them. */
export class ContentError extends Error {
  override name = 'ContentError';
  readonly faults: readonly Diagnostic[];

  constructor(faults: readonly Diagnostic[]) {
    super(faults.map(diagnosticLine).join('\n'));
    this.faults = faults;
  }
}
