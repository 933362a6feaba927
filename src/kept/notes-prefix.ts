/** Prefix of the storage keys for what is written on the pages of a course. */
export const notesPrefix = (course: string): string => `ati-notes:${course}:`;
