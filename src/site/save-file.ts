import { interpolate } from './interpolate.ts';
import { mayBeForbidden } from './frame-permission.ts';

/**
 * Offers a text or an image to the reader as a file download; if a frame may block it, also shows a text for copying.
 * @param type media type, such as `text/csv`
 */
export function saveFile(name: string, type: string, content: BlobPart): void {
  const address = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser reads the file after the click; a minute is ample.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
  if (typeof content === 'string' && mayBeForbidden('allow-downloads')) showText(name, content);
}

/** Makes a text usable in a file name: letters and digits of any script, joined by hyphens; empty if it has none. */
export const fileNamePart = (text: string): string =>
  text.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '');

function showText(name: string, text: string) {
  const place = document.querySelector<HTMLElement>('[data-copy-instead]');
  const field = place?.querySelector('textarea');
  if (!place || !field) return;
  const label = place.querySelector('label');
  const words = (place.dataset['words'] ??= label?.textContent ?? '');
  if (label) label.textContent = interpolate(words, { name });
  place.hidden = false;
  field.value = text;
  field.focus();
  field.select();
}
