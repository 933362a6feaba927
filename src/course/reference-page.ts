/** Folders of pages outside the modules; the key in `course.yaml` with the pages of each has the same name. */
export const referenceFolders = ['cards', 'countries', 'documents'] as const;
export type ReferenceFolder = (typeof referenceFolders)[number];
