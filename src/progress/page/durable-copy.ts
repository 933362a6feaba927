import type { DurableText } from '../website-session.ts';

const database = 'course-progress';
const store = 'records';

/**
 * A copy of the website's record in IndexedDB. Browsers write `localStorage` to the disk some seconds
 * later; a transaction of IndexedDB with strict durability is on the disk when it is complete, so that
 * a browser that is killed, or a computer that loses power, loses nothing that was done before.
 * @param name under which the record is kept
 */
export function durableCopy(name: string, page: Pick<Window, 'indexedDB'> = window): DurableText {
  /** The result of a request, once its transaction is complete. */
  const request = <T>(
    mode: IDBTransactionMode,
    act: (records: IDBObjectStore) => IDBRequest<T>,
  ): Promise<T> =>
    new Promise((resolve, reject) => {
      const opening = page.indexedDB.open(database, 1);
      opening.onupgradeneeded = () => opening.result.createObjectStore(store);
      opening.onerror = reject;
      opening.onsuccess = () => {
        const transaction = opening.result.transaction(store, mode, { durability: 'strict' });
        const pending = act(transaction.objectStore(store));
        transaction.oncomplete = () => resolve(pending.result);
        transaction.onabort = reject;
        // It closes when the transaction is complete: an open one keeps a page out of the browser's cache.
        opening.result.close();
      };
    });
  return {
    read: () => request('readonly', (records) => records.get(name) as IDBRequest<unknown>),
    write: (text) => request('readwrite', (records) => records.put(text, name)),
    remove: () => request('readwrite', (records) => records.delete(name)),
  };
}
