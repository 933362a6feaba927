/** Folder of a module, or of the examples of the components. */
export const folderOf = (language: string, owner: string) =>
  owner === 'examples' ? `${language}/examples` : `${language}/modules/${owner}`;

/** The module to whose folder a page belongs, or `examples`; undefined for other pages. */
export function ownerOf(file: string): string | undefined {
  const [, folder, module] = file.split('/');
  return folder === 'modules' ? module : folder === 'examples.mdx' ? 'examples' : undefined;
}

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
