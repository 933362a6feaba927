declare namespace App {
  /** Values for the components of a page, which the page sets before anything renders. */
  interface Locals {
    reading: import('./reading.ts').Reading;
    /** On the page of examples: the MDX of each state, by the name of the state. */
    samples?: ReadonlyMap<string, string>;
  }
}
