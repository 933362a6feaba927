/** Returns a message of the reader's tools by its name, with values for its placeholders. */
export type Words = (name: string, values?: Readonly<Record<string, string | number>>) => string;
