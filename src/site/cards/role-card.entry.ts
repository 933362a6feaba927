import '../meet-reader.ts';
import './fill-in.element.ts';

// The card of a role belongs to no track and is not recorded: it is printed, by the reader's tools, and written on.
for (const button of document.querySelectorAll<HTMLElement>('[data-print]')) button.hidden = false;
