import { loadContents } from './contents-file.ts';
import { recorder } from './page-recorder.ts';

/** The link to the contents, which opens them beside the page; it remains a link if the drawer cannot be loaded. */
export const contentsLink = document.querySelector<HTMLAnchorElement>('[data-contents]');

contentsLink?.addEventListener('click', (event) => {
  if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  loadContents(String(contentsLink.dataset['contents'])).then(
    (contents) => contents.open(recorder),
    () => location.assign(contentsLink.href),
  );
});
