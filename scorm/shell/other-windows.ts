/**
 * Detects that the course is open for the same learner in another window of this browser, and notifies both
 * windows.
 * @param name channel name, shared by the windows of one learner
 * @param tell called in both windows
 */
export function watchOtherWindows(name: string, tell: () => void): void {
  try {
    const channel = new BroadcastChannel(name);
    channel.addEventListener('message', ({ data }) => {
      if (data === 'opened') channel.postMessage('here');
      tell();
    });
    channel.postMessage('opened');
  } catch {
    // Without it (old browsers, opaque origins), the `storage` event reveals the second window to write.
  }
}
