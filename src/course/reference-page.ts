/** Folders of pages beside the modules, each listed in `course.yaml` under its own name. */
export const referenceFolders = ['cards', 'countries', 'documents'] as const;
export type ReferenceFolder = (typeof referenceFolders)[number];
