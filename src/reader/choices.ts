import { objectOf } from '../codec/json.ts';

/** A reader's choices for the look and the use of pages on this device. An empty text is the usual. */
export interface Choices {
  readonly scheme: '' | 'light' | 'dark';
  /** Factor on every size of text. */
  readonly scale: '' | '1.15' | '1.3' | '1.5';
  /** Height of a line, in heights of its letters. */
  readonly leading: '' | '1.8' | '2.1';
  /** Whether single keys are shortcuts. */
  readonly keys: boolean;
  /** Speed of the voice, 1 its own. */
  readonly rate: number;
  /** The voice that was chosen, by its address. */
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

/** The choices that a stored value holds, the usual for what is none; undefined where it has not the shape at all. */
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
