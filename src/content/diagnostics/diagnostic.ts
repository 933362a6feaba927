import { visible } from './invisible.ts';

/** One mistake in the content, before its rule is added. */
export interface Finding {
  /** Path of the file below the content folder. */
  readonly file: string;
  /** Path of the field in the file, such as `scenes.call.choices.1.goto`; none in running text. */
  readonly field?: string | undefined;
  /** Line, from 1; looked up from `field` where the rule does not know it. */
  readonly line?: number | undefined;
  /** Column, from 1, in characters. */
  readonly column?: number | undefined;
  /** Sentence on the mistake, which quotes the author's own characters. */
  readonly message: string;
  /** Sentence on what to write instead. */
  readonly suggestion: string;
}

/** A finding with the id of the rule it breaks. */
export interface Diagnostic extends Finding {
  readonly rule: string;
}

/** Takes what a rule finds. */
export type Report = (finding: Finding) => void;

/** `en/glossary.yaml:41  duplicate-id  The id "bail" appears twice. Choose another id. [3.id]` */
export const diagnosticLine = (diagnostic: Diagnostic): string => {
  const { file, line, column, rule, message, suggestion, field } = diagnostic;
  const place = [file, line, line && column].filter((part) => part !== undefined).join(':');
  const words = `${message} ${suggestion}${field === undefined ? '' : ` [${field}]`}`;
  return `${place}  ${rule}  ${visible(words)}`;
};

/** The content breaks rules; the message lists every diagnostic. */
export class ContentError extends Error {
  override name = 'ContentError';
  readonly diagnostics: readonly Diagnostic[];

  constructor(diagnostics: readonly Diagnostic[]) {
    super(diagnostics.map(diagnosticLine).join('\n'));
    this.diagnostics = diagnostics;
  }
}
