import { numberFormat } from './number-format.ts';

/**
 * Replaces each placeholder `{name}` in a sentence with a value; numbers are formatted in the page's language. A
 * placeholder without a value stays.
 */
export const interpolate = (
  sentence: string | undefined,
  values: Readonly<Record<string, string | number>>,
): string =>
  (sentence ?? '').replace(/\{(\w+)\}/g, (placeholder, name: string) => {
    const value = values[name];
    return typeof value === 'number' ? numberFormat.format(value) : (value ?? placeholder);
  });
