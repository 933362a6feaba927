/** Folder of a module, or of the examples of the vocabulary. */
export const folderOf = (language: string, owner: string) =>
  owner === 'examples' ? `${language}/examples` : `${language}/modules/${owner}`;

/** File of a chart that is known as `module/name`. */
export function chartPath(language: string, figure: string): string {
  const [owner = '', name] = figure.split('/');
  return `${folderOf(language, owner)}/figures/${name}.yaml`;
}
