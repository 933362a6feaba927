import './refused-styles.ts';
import { applyLook } from '../reader/page/apply-choices.ts';

// For a page that has no script of its own, or no room for the reader's tools (P52), and looks as was chosen all the
// same.
applyLook();
