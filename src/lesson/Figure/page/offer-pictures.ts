import { loadScriptGlobal } from '../../../site/load-script.ts';
import type { copyPicture, PictureOutcome } from './copy-picture.ts';

interface PictureFile {
  readonly copyPicture: typeof copyPicture;
}

/** Shows the buttons that copy a figure as an image; the script that paints is loaded at the first use. */
export function offerPictures(): void {
  for (const place of document.querySelectorAll<HTMLElement>('[data-picture]')) {
    place.hidden = false;
    const status = place.querySelector('[role="status"]');
    const tell = (outcome: PictureOutcome | 'failed') => {
      if (status !== null) status.textContent = place.dataset[outcome] ?? '';
    };
    place.querySelector('button')?.addEventListener('click', () => {
      void loadScriptGlobal<PictureFile>(place.dataset['picture'] ?? '', 'atiPicture')
        .then((file) => file.copyPicture(place))
        .then(tell, () => tell('failed'));
    });
  }
}
