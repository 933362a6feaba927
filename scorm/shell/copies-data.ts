import type { Structure } from '../../src/course/structure.ts';
import { type CompactStructure, compacted, expanded } from './compact-structure.ts';

/** Data for the script that handles other copies of the progress; precedes it in the same file. */
export interface CopiesData {
  /** Structures of earlier releases by their fingerprint. */
  readonly earlier: Readonly<Record<string, CompactStructure | Structure>>;
  /** Notices about such copies, as HTML for the element that holds the notices. */
  readonly notices: string;
}

declare global {
  interface Window {
    atiCopiesData?: CopiesData;
  }
}

/** The text of the classic script: the data, then the code that uses it. */
export function copiesFile(
  earlier: Readonly<Record<string, Structure>>,
  notices: string,
  script: string,
): string {
  const data: CopiesData = { earlier: mapped(earlier, compacted), notices };
  return `window.atiCopiesData=${JSON.stringify(data)};\n${script}`;
}

/** The structures of earlier releases. */
export const earlierOf = ({ earlier }: CopiesData): Record<string, Structure> =>
  mapped(earlier, expanded);

const mapped = <T, To>(of: Readonly<Record<string, T>>, to: (value: T) => To): Record<string, To> =>
  Object.fromEntries(Object.entries(of).map(([name, value]) => [name, to(value)]));
