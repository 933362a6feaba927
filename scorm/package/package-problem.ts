/** A problem that prevents a package from working in some LMS. */
export interface PackageProblem {
  /** Path in the package. */
  readonly file: string;
  /** Place in the file, such as `line 12` or `name`. */
  readonly field: string;
  readonly message: string;
  /** Remedy, as a sentence. */
  readonly suggestion: string;
}

/** A problem as one line: file, place, message, suggestion. */
export const problemLine = ({ file, field, message, suggestion }: PackageProblem): string =>
  `${file} · ${field}: ${message} ${suggestion}`;
