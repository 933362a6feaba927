/** A word or sentence of the reader's tools by its name, with its values. */
export type Words = (name: string, values?: Readonly<Record<string, string | number>>) => string;
