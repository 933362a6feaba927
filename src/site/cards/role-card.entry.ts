import { meetReader } from '../../reader/page/meet-reader.ts';
import './fill-in.element.ts';

// A module's card loads this script late, for its fields only: its recorder has already called `meetReader`. A separate
// script for the fields would add a file to each package.
if (!document.querySelector('[data-fields]')) meetReader();

// The card of a role is not recorded; readers can print it and fill it in.
for (const button of document.querySelectorAll<HTMLElement>('[data-print]')) button.hidden = false;
