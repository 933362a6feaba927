import type { CDPSession } from '@playwright/test';

/** Traffic of a page: bytes as they are sent, headers included. */
export class Wire {
  bytes = 0;
  requests = 0;
  private readonly open = new Set<string>();
  private last = Date.now();

  constructor(session: CDPSession) {
    session.on('Network.requestWillBeSent', ({ requestId, request }) => {
      if (request.url.startsWith('data:')) return;
      this.open.add(requestId);
      this.last = Date.now();
    });
    // A file that the browser still has from an earlier page costs nothing, and is no request.
    session.on('Network.requestServedFromCache', ({ requestId }) => this.open.delete(requestId));
    session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
      this.bytes += encodedDataLength;
      if (encodedDataLength > 0) this.requests += 1;
      this.end(requestId);
    });
    session.on('Network.loadingFailed', ({ requestId }) => this.end(requestId));
  }

  private end(requestId: string) {
    this.open.delete(requestId);
    this.last = Date.now();
  }

  /** Waits until nothing was under way for that long, in milliseconds. */
  async quiet(time: number): Promise<void> {
    while (this.open.size > 0 || Date.now() - this.last < time)
      await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
