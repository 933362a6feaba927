import '../../site/meet-reader.ts';

// The reader's tools print.
for (const button of document.querySelectorAll<HTMLElement>('[data-print]')) button.hidden = false;
