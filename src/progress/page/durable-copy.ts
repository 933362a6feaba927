/**
 * A copy of the website's record in IndexedDB. Browsers write `localStorage` to the disk some seconds
 * later; a transaction of IndexedDB with strict durability is on the disk when it is complete, so that
 * a browser that is killed, or a computer that loses power, loses nothing that was done before.
 */
export interface DurableCopy {
  /** The text that was written last; undefined where there is none, or it cannot be read. */
  read(): Promise<string | undefined>;
  /** @returns whether the text is on the disk */
  write(text: string): Promise<boolean>;
  /** @returns whether no copy is left on the disk */
  remove(): Promise<boolean>;
}

const database = 'course-progress';
const store = 'records';

/**
 * The durable copy under a name. No call rejects; in a browser that refuses IndexedDB each answers
 * that it could not.
 */
export function durableCopy(name: string, page: Window = window): DurableCopy {
  let opened: Promise<IDBDatabase> | undefined;

  const open = () =>
    (opened ??= new Promise<IDBDatabase>((resolve, reject) => {
      const request = page.indexedDB.open(database, 1);
      request.onupgradeneeded = () => request.result.createObjectStore(store);
      request.onsuccess = () => {
        const { result } = request;
        const forget = () => {
          result.close();
          opened = undefined;
        };
        result.onversionchange = forget;
        result.onclose = forget;
        resolve(result);
      };
      request.onerror = () => {
        opened = undefined;
        reject(request.error ?? new Error('IndexedDB cannot be opened'));
      };
    }));

  // An open connection may keep a page out of the browser's back/forward cache.
  page.addEventListener('pagehide', () => {
    void opened?.then((db) => db.close()).catch(() => undefined);
    opened = undefined;
  });

  /** The result of a request, once its transaction is complete. */
  async function done<T>(
    mode: IDBTransactionMode,
    act: (records: IDBObjectStore) => IDBRequest<T>,
  ): Promise<T> {
    const db = await open();
    return new Promise<T>((resolve, reject) => {
      const transaction = db.transaction(store, mode, { durability: 'strict' });
      const request = act(transaction.objectStore(store));
      transaction.oncomplete = () => resolve(request.result);
      transaction.onabort = transaction.onerror = () =>
        reject(transaction.error ?? new Error('the transaction was aborted'));
    });
  }

  const succeeds = (work: Promise<unknown>) =>
    work.then(
      () => true,
      () => false,
    );

  return {
    read: () =>
      done<unknown>('readonly', (records) => records.get(name)).then(
        (text) => (typeof text === 'string' ? text : undefined),
        () => undefined,
      ),
    write: (text) => succeeds(done('readwrite', (records) => records.put(text, name))),
    remove: () => succeeds(done('readwrite', (records) => records.delete(name))),
  };
}
