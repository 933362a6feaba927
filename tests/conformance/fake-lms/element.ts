/** One element of a standard's data model, as a row of its table. */
export interface ElementRule {
  /** Name; `n` stands for an index. */
  readonly name: string;
  readonly access: 'read' | 'write' | 'both';
  /** Name of a data type of the standard; absent for what only the LMS writes. */
  readonly type?: string;
  /** Whether a conforming LMS may leave it out (SCORM 1.2 only). */
  readonly isOptional?: boolean;
  readonly initial?: string;
  /** Section of the standard's run-time environment book. */
  readonly section: string;
}

/** A standard, as far as a course meets it. */
export interface Standard {
  readonly apiName: 'API' | 'API_1484_11';
  readonly functions: Readonly<
    Record<
      | 'initialize'
      | 'terminate'
      | 'getValue'
      | 'setValue'
      | 'commit'
      | 'getLastError'
      | 'getErrorString'
      | 'getDiagnostic',
      string
    >
  >;
  readonly elements: readonly ElementRule[];
  /** Whether a value is of a type; `context` gives values set before, such as an interaction's type. */
  readonly types: Readonly<
    Record<string, (value: string, context: (last: string) => string) => boolean>
  >;
  readonly errors: Readonly<
    Record<
      | 'alreadyInitialized'
      | 'initializeAfterTerminate'
      | 'notInitialized'
      | 'getBefore'
      | 'setBefore'
      | 'commitBefore'
      | 'terminateBefore'
      | 'getAfter'
      | 'setAfter'
      | 'commitAfter'
      | 'terminateAfter'
      | 'argument'
      | 'unknown'
      | 'notImplemented'
      | 'readOnly'
      | 'writeOnly'
      | 'type'
      | 'order',
      string
    >
  >;
}

/** `cmi.interactions.3.id` as the name in the table, with its indexes. */
export function generalName(element: string): { name: string; indexes: number[] } {
  const indexes: number[] = [];
  const name = element.replace(/\.(\d+)(?=\.)/g, (_, index: string) => {
    indexes.push(Number(index));
    return '.n';
  });
  return { name, indexes };
}
