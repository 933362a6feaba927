import { objectOf } from '../../codec/json.ts';

/** State of a presentation, which its two windows exchange. */
export interface Presentation {
  /** Index of the slide, from 0. */
  readonly slide: number;
  /** Whether the projector is black, so that people look at each other. */
  readonly isBlack: boolean;
  readonly shape: '' | 'wide' | 'square';
  readonly scheme: '' | 'light' | 'dark';
  /** Whether only the slides of the short deck are shown. */
  readonly isShort: boolean;
}

export type Move = 'next' | 'back' | 'first' | 'last' | 'black' | 'leave';

/**
 * Moves by key. Clickers send PageDown and PageUp, and usually a full stop or B for black; some send F5 or Escape,
 * which browsers handle themselves.
 */
const moves: Readonly<Record<string, Move>> = {
  ArrowRight: 'next',
  ArrowDown: 'next',
  PageDown: 'next',
  ' ': 'next',
  Enter: 'next',
  ArrowLeft: 'back',
  ArrowUp: 'back',
  PageUp: 'back',
  Backspace: 'back',
  Home: 'first',
  End: 'last',
  b: 'black',
  B: 'black',
  '.': 'black',
  Escape: 'leave',
};

/** The move for a key. In a language written from right to left, the left arrow moves forward. */
export function moveOf(key: string, direction: 'ltr' | 'rtl'): Move | undefined {
  if (direction === 'rtl' && key === 'ArrowLeft') return 'next';
  if (direction === 'rtl' && key === 'ArrowRight') return 'back';
  return moves[key];
}

/**
 * The presentation after a move. Moving to another slide ends black.
 * @param shown indexes of the slides to show, in order
 */
export function moved(
  at: Presentation,
  move: Exclude<Move, 'leave'>,
  shown: readonly number[],
): Presentation {
  const to = (slide = at.slide) => ({ ...at, isBlack: false, slide });
  switch (move) {
    case 'next':
      return at.isBlack ? to() : to(shown.find((place) => place > at.slide));
    case 'back':
      return at.isBlack ? to() : to(shown.findLast((place) => place < at.slide));
    case 'first':
      return to(shown[0]);
    case 'last':
      return to(shown.at(-1));
    case 'black':
      return { ...at, isBlack: !at.isBlack };
  }
}

/** Validates a message from another window for a presentation with `count` slides; undefined if it is invalid. */
export function readPresentation(said: unknown, count: number): Presentation | undefined {
  const { slide, isBlack, shape, scheme, isShort } = objectOf(said) ?? {};
  const isSlide =
    typeof slide === 'number' && Number.isInteger(slide) && slide >= 0 && slide < count;
  if (!isSlide || typeof isBlack !== 'boolean') return undefined;
  return {
    slide,
    isBlack,
    shape: shape === 'wide' || shape === 'square' ? shape : '',
    scheme: scheme === 'light' || scheme === 'dark' ? scheme : '',
    isShort: isShort === true,
  };
}

/** Height in pixels of the largest slide of a given shape that fits in a window. */
export function slideHeight(
  { width, height }: { readonly width: number; readonly height: number },
  shape: Presentation['shape'],
): { readonly height: number; readonly shape: 'wide' | 'square' } {
  const ownShape = shape !== '' ? shape : width / height >= 1.5 ? 'wide' : 'square';
  const ratio = ownShape === 'wide' ? 16 / 9 : 4 / 3;
  return { height: Math.floor(Math.min(height, width / ratio)), shape: ownShape };
}
