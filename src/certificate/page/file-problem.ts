import { UnusableFileError } from '../signed/issuer.ts';
import { interpolate } from '../../site/interpolate.ts';

/** The message about an unusable file: names the invalid field, or the file as a whole. */
export function fileProblem(
  error: unknown,
  file: string,
  words: { readonly field?: string; readonly whole?: string; readonly private?: string },
): string {
  if (!(error instanceof UnusableFileError)) return interpolate(words.whole, { file });
  if (error.reason === 'private') return interpolate(words.private, { file });
  return error.field
    ? interpolate(words.field, { file, field: error.field })
    : interpolate(words.whole, { file });
}
