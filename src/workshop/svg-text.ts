/** Escapes text for an SVG document, including attributes. */
export const svgText = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
