const { style } = document.documentElement;

/**
 * Key under which the look of pages is kept as declarations of CSS, which a page takes over as they are. It is of the
 * device, and of no course; "Start afresh" removes it.
 */
export const lookKey = 'ati-look';

/** Lets the page look as was chosen on this device: as early as a script can, and in few bytes. */
export function applyLook(): void {
  try {
    style.cssText = localStorage.getItem(lookKey) ?? '';
  } catch {
    // The storage cannot be read: the settings of the device apply.
  }
}
