const { style } = document.documentElement;

/**
 * Storage key of the look of pages, stored as CSS declarations that a page applies unchanged. It belongs to the device,
 * not to a course; "Start afresh" removes it.
 */
export const lookKey = 'ati-look';

/** Applies the look chosen on this device, as early as a script can and in few bytes. */
export function applyLook(): void {
  try {
    style.cssText = localStorage.getItem(lookKey) ?? '';
  } catch {
    // Storage is not readable: the settings of the device apply.
  }
}
