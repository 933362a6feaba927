/**
 * The global that a script of ours sets in the window. It comes by a script element, which works from
 * a disk and under `script-src 'self'`.
 * @param name the property it leaves, which is taken away, so that the next file may leave its own
 * @throws with the address, where the file cannot be had
 */
export const loadScriptGlobal = <T>(src: string, name: string): Promise<T> =>
  new Promise((resolve, reject) => {
    const script = document.createElement('script');
    const settle = () => {
      // A script's own event follows it at once: no other has run in between.
      const place = window as unknown as Record<string, T | undefined>;
      const left = place[name];
      place[name] = undefined;
      script.remove();
      if (left === undefined) reject(new Error(src));
      else resolve(left);
    };
    script.src = src;
    script.onload = script.onerror = settle;
    document.head.append(script);
  });
