/**
 * Makes the browser's print command print the whole page in the frame, by giving the frame the height of its
 * page while printing.
 */
export function printWholePage(frame: HTMLIFrameElement): void {
  const fit = () => {
    try {
      const { documentElement: page } = frame.contentDocument ?? {};
      if (page) frame.style.blockSize = `${page.scrollHeight}px`;
    } catch {
      // The height of a page of another origin cannot be read.
    }
  };
  window.addEventListener('beforeprint', fit);
  window.addEventListener('afterprint', () => frame.style.removeProperty('block-size'));
}
