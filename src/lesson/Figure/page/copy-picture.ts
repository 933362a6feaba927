import { saveFile } from '../../../site/save-file.ts';
import { picture } from './picture.ts';

/** Outcome of copying the picture; also the name of the words that say so. */
export type PictureOutcome = 'copied' | 'saved';

/**
 * Puts the picture of a figure on the clipboard, or gives it as a file where the browser or the frame
 * of a platform forbids the clipboard.
 * @param place inside the figure; `data-below` holds what stands under the drawing, a line each
 */
export async function copyPicture(place: HTMLElement): Promise<PictureOutcome> {
  const figure = place.closest('figure');
  if (figure === null) throw new Error('nothing to copy stands around the button');
  const below = (place.dataset['below'] ?? '').split('\n').filter(Boolean);
  const image = await new Promise<Blob>((resolve, reject) => {
    picture(figure, below).toBlob((blob) => {
      if (blob === null) reject(new Error('the browser makes no image of the figure'));
      else resolve(blob);
    }, 'image/png');
  });
  try {
    await navigator.clipboard.write([new ClipboardItem({ [image.type]: image })]);
    return 'copied';
  } catch {
    saveFile(`${place.dataset['name'] ?? 'figure'}.png`, image.type, image);
    return 'saved';
  }
}
