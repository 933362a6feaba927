/**
 * Tells whether the course is open for the same learner in another window of this browser: both are
 * told, the one that was there and the one that came.
 * @param name what the windows of one learner have in common
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
    // Browsers without it, and frames without an origin: the second to write is told by the storage.
  }
}
