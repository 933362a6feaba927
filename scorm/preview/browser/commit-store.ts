import type { Elements } from '../../standards/standard.ts';

/** Whether the data of a commit has been stored. */
export type CommitState = 'kept' | 'on-its-way' | 'not-kept';

/** Stores the data model of an attempt at the preview's server. */
export interface CommitStore {
  /**
   * Stores what the SCO committed. The request is synchronous, as in most platforms, and only a response with a
   * success status counts as kept. Browsers refuse synchronous requests while a page unloads; a beacon is sent
   * instead, which has no response: the data is then on its way.
   * @returns the result of the SCO's commit call
   */
  readonly keep: (address: string, elements: Elements) => boolean;
  /** Waits until data on its way is stored; gives up after five seconds, as a platform would. */
  readonly arrival: () => Promise<void>;
}

/**
 * @param isLeaving whether the page of the SCO or the window is unloading
 * @param kept the elements that the preview stores now
 * @param tell shows the state of the last commit
 */
export function commitStore(
  isLeaving: () => boolean,
  kept: () => Elements | undefined,
  tell: (state: CommitState) => void,
): CommitStore {
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

/** Sends a synchronous request. @returns the status of the response; undefined if there was none */
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

/**
 * Sends a synchronous request.
 * @returns the JSON of the response; undefined if its status is not 200 or it is not JSON
 */
export function fetchJson(method: 'GET' | 'POST', address: string): unknown {
  try {
    const call = new XMLHttpRequest();
    call.open(method, address, false);
    call.send();
    return call.status === 200 ? (JSON.parse(call.responseText) as unknown) : undefined;
  } catch {
    return undefined;
  }
}
