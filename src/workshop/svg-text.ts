/** A text as it stands in an SVG document, also in an attribute. */
export const svgText = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
