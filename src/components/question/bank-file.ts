/** The words of a module's bank, as HTML: what is asked, and the key to it. */
export interface BankFile {
  readonly articles: string;
  readonly answers: string;
}

interface BankWindow {
  atiBank?: BankFile | undefined;
}

/**
 * Loads a bank by a script element, which works from a disk and under `script-src 'self'`.
 * @throws where the file cannot be had
 */
export const loadBank = (src: string): Promise<BankFile> =>
  new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = src;
    const settle = () => {
      const { atiBank: file } = window as BankWindow;
      (window as BankWindow).atiBank = undefined;
      script.remove();
      if (file) resolve(file);
      else reject(new Error(`no bank at ${src}`));
    };
    script.addEventListener('load', settle);
    script.addEventListener('error', settle);
    document.head.append(script);
  });
