import type { Structure } from '../../course/structure.ts';

/** `assets/structure-<language>.js`: what it takes to read and write links and short codes. */
export interface StructureFile {
  readonly structure: Structure;
  /** Structures of published versions, by fingerprint. */
  readonly earlier: Readonly<Record<string, Structure>>;
  /** Words of short codes, parted by spaces; empty in a language without a list. */
  readonly words: string;
}

type StructureWindow = Window & { atiStructure?: StructureFile };

let loading: Promise<StructureFile> | undefined;

/**
 * Loads the file once, by a script element, which works from a disk and under `script-src 'self'`.
 * @throws where the file cannot be had; the next call tries again
 */
export const loadStructure = (src: string): Promise<StructureFile> =>
  (loading ??= new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = src;
    const settle = () => {
      const { atiStructure: file } = window as StructureWindow;
      script.remove();
      if (file) return resolve(file);
      loading = undefined;
      reject(new Error(`no structure at ${src}`));
    };
    script.addEventListener('load', settle);
    script.addEventListener('error', settle);
    document.head.append(script);
  }));
