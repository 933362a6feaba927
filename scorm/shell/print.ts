/**
 * Lets the browser's own print command print the page in the frame, whole: the frame gets the height of
 * its page while it is printed.
 */
export function printWholePage(frame: HTMLIFrameElement): void {
  const fit = () => {
    try {
      const { documentElement: page } = frame.contentDocument ?? {};
      if (page) frame.style.blockSize = `${page.scrollHeight}px`;
    } catch {
      // A page of another origin has a height that nobody is told.
    }
  };
  window.addEventListener('beforeprint', fit);
  window.addEventListener('afterprint', () => frame.style.removeProperty('block-size'));
}
