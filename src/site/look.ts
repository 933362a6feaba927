import { applyLook } from '../reader/page/apply-choices.ts';

// For a page that has no room for the button of the reader's tools (P52), and looks as was chosen all the same.
applyLook();
