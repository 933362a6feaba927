/**
 * Makes a loader that requests a file once.
 * @returns a function that takes the file's address; after a rejection, the next call tries again
 */
export function loadOnce<T>(load: (src: string) => Promise<T>): (src: string) => Promise<T> {
  let loading: Promise<T> | undefined;
  return (src) =>
    (loading ??= load(src).catch((error: unknown) => {
      loading = undefined;
      throw error;
    }));
}
