/**
 * Loads a script and resolves to the global that it defines. It uses a script element, which works from a disk and
 * under `script-src 'self'`.
 * @param name name of the global, which is cleared so that the next file can define its own
 * @throws with the address if the file cannot be loaded
 */
export const loadScriptGlobal = <T>(src: string, name: string): Promise<T> =>
  new Promise((resolve, reject) => {
    const script = document.createElement('script');
    const settle = () => {
      // The `load` event directly follows the script, so no other script has run in between.
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
