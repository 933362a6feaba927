import '../../site/meet-reader.ts';

// The script of the reader's tools handles the clicks.
for (const button of document.querySelectorAll<HTMLElement>('[data-print]')) button.hidden = false;
