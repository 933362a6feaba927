import type { Elements } from '../../standards/standard.ts';

/** How far what the SCO committed has come. */
export type Kept = 'kept' | 'on-its-way' | 'not-kept';

/** Keeps the data model at the preview. */
export interface Keeping {
  /**
   * Keeps what the SCO committed. The request waits for its answer, as in most platforms, and only an answer
   * that says so means kept. While a page goes away browsers refuse such requests; a beacon is sent instead,
   * which nobody answers: then it is on its way.
   * @returns what the SCO is told
   */
  readonly keep: (address: string, elements: Elements) => boolean;
  /** Waits until what is on its way is kept; gives up after five seconds, as a platform would. */
  readonly arrival: () => Promise<void>;
}

/**
 * @param isLeaving whether the page of the SCO or the window is going away
 * @param kept what the preview keeps now
 * @param tell shows how far it has come
 */
export function keeping(
  isLeaving: () => boolean,
  kept: () => Elements | undefined,
  tell: (state: Kept) => void,
): Keeping {
  let onTheWay = '';

  const arrival = async () => {
    const body = onTheWay;
    for (let tries = 0; body !== '' && onTheWay === body && tries < 50; tries += 1) {
      if (JSON.stringify(kept()) === body) {
        onTheWay = '';
        return tell('kept');
      }
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    if (body === '' || onTheWay !== body) return;
    onTheWay = '';
    tell('not-kept');
  };

  return {
    keep(address, elements) {
      const body = JSON.stringify(elements);
      const status = request('POST', address, body);
      onTheWay = '';
      if (status === undefined && isLeaving() && navigator.sendBeacon(address, body)) {
        onTheWay = body;
        tell('on-its-way');
        return true;
      }
      const isKept = status !== undefined && status >= 200 && status < 300;
      tell(isKept ? 'kept' : 'not-kept');
      return isKept;
    },
    arrival,
  };
}

/** Sends a request and waits. @returns the status of the answer; undefined when there was none */
export function request(method: string, address: string, body?: string): number | undefined {
  try {
    const call = new XMLHttpRequest();
    call.open(method, address, false);
    call.send(body);
    return call.status === 0 ? undefined : call.status;
  } catch {
    return undefined;
  }
}

/** Asks the preview and waits. @returns the JSON of its answer; undefined where it does not answer as it should */
export function told(method: 'GET' | 'POST', address: string): unknown {
  try {
    const call = new XMLHttpRequest();
    call.open(method, address, false);
    call.send();
    return call.status === 200 ? (JSON.parse(call.responseText) as unknown) : undefined;
  } catch {
    return undefined;
  }
}
