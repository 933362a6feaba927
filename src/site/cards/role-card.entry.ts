import { meetReader } from '../../reader/page/meet-reader.ts';
import './fill-in.element.ts';

// The card of a module, which is recorded and has met its reader, takes this late for its fields: a file of their own
// would be one more in each package.
if (!document.querySelector('[data-fields]')) meetReader();

// The card of a role belongs to no track and is not recorded: it is printed, by the reader's tools, and written on.
for (const button of document.querySelectorAll<HTMLElement>('[data-print]')) button.hidden = false;
