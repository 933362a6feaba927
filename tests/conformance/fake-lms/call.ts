/** A call of an LMS's function, as it was answered. */
export interface Call {
  readonly name: string;
  readonly values: readonly string[];
  /** Error code left behind; `0` is none. */
  readonly error: string;
}

/** Fault of one call. */
export type Fault =
  /** The call throws, and does nothing. */
  | { readonly kind: 'throws' }
  /** The call is refused with an error code; `0` leaves none behind. */
  | { readonly kind: 'refused'; readonly error: string }
  /** The call answers `true` and does nothing. */
  | { readonly kind: 'lost' }
  /** The call does nothing and answers whatever it is told to. */
  | { readonly kind: 'odd'; readonly answer: unknown }
  /** A reading gives, or a write sets, something else than it should. */
  | { readonly kind: 'altered'; readonly change: (value: string) => string };
