/** Request body as Moodle sends it: every element, form-encoded, dots as double underscores. */
export const formEncoded = (values: ReadonlyMap<string, string>): string =>
  new URLSearchParams(
    [...values].map(([name, value]) => [name.replaceAll('.', '__'), value]),
  ).toString();
