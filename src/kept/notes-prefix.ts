/** Prefix of the keys under which a storage holds what is written on the pages of a course. */
export const notesPrefix = (course: string): string => `ati-notes:${course}:`;
