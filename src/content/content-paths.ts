/** Folder of a module, or of the examples of the vocabulary. */
export const folderOf = (language: string, owner: string) =>
  owner === 'examples' ? `${language}/examples` : `${language}/modules/${owner}`;

/** File of a chart that is known as `module/name`. */
export const chartPath = (language: string, figure: string) =>
  `${figurePath(language, figure)}.yaml`;

/** File of a drawing that is known as `module/name`. */
export const drawingPath = (language: string, figure: string) =>
  `${figurePath(language, figure)}.svg`;

function figurePath(language: string, figure: string): string {
  const [owner = '', name] = figure.split('/');
  return `${folderOf(language, owner)}/figures/${name}`;
}
