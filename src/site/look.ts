import './refused-styles.ts';
import { applyLook } from '../reader/page/apply-choices.ts';

// For a page without a script of its own, or without room for the reader's tools (P52): applies the chosen appearance.
applyLook();
