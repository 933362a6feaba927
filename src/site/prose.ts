const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text as it must stand in HTML. */
export const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (character) => entities[character] ?? character);

/**
 * Text with inline Markdown (`*emphasis*`, `**strong**`, links) as HTML. A link out of the course
 * opens beside it and shows its address (P38).
 */
export const inline = (text: string): string =>
  escaped(text)
    .replace(/\[([^\]]+)\]\((https?:[^)\s]+)\)/g, (_, words: string, url: string) =>
      outward(url, words),
    )
    .replace(/\*\*(.+?)\*\*/g, '<strong>$1</strong>')
    .replace(/\*(.+?)\*/g, '<em>$1</em>');

const outward = (url: string, words: string) =>
  `${words} (<a href="${url}" target="_blank" rel="noopener noreferrer"><bdi>${url}</bdi></a>)`;

/** The paragraphs of a text, parted at blank lines, each as HTML. */
export const paragraphs = (text: string): string[] =>
  text
    .trim()
    .split(/\n\s*\n/)
    .filter((paragraph) => paragraph !== '')
    .map(inline);
