import { objectOf } from '../codec/json.ts';

/** A reader's choices on this device for the look and use of pages. An empty string stands for the default. */
export interface Choices {
  readonly scheme: '' | 'light' | 'dark';
  /** Factor for all text sizes. */
  readonly scale: '' | '1.15' | '1.3' | '1.5';
  /** Line height, relative to the font size. */
  readonly leading: '' | '1.8' | '2.1';
  /** Whether single-key shortcuts are on. */
  readonly keys: boolean;
  /** Speaking rate; 1 is the voice's normal rate. */
  readonly rate: number;
  /** The `voiceURI` of the chosen voice. */
  readonly voice: string;
}

export const schemes = ['', 'light', 'dark'] as const;
export const scales = ['', '1.15', '1.3', '1.5'] as const;
export const leadings = ['', '1.8', '2.1'] as const;
export const rates = [0.75, 0.9, 1, 1.25, 1.5] as const;

export const usual: Choices = {
  scheme: '',
  scale: '',
  leading: '',
  keys: true,
  rate: 1,
  voice: '',
};

/** Reads choices from a stored value, with defaults for invalid ones; undefined if the value is not an object. */
export function choicesFrom(value: unknown): Choices | undefined {
  const choices = objectOf(value);
  if (choices === undefined) return undefined;
  const { scheme, scale, leading, keys, rate, voice } = choices;
  const one = <T>(list: readonly T[], chosen: unknown, otherwise: T): T =>
    list.find((each) => each === chosen) ?? otherwise;
  return {
    scheme: one(schemes, scheme, ''),
    scale: one(scales, scale, ''),
    leading: one(leadings, leading, ''),
    keys: keys !== false,
    rate: one<number>(rates, rate, 1),
    voice: typeof voice === 'string' ? voice : '',
  };
}
