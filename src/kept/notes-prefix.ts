/** Where what is written on the pages of a course is kept: keys in storage that begin with this. */
export const notesPrefix = (course: string): string => `ati-notes:${course}:`;
