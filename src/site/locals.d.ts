declare namespace App {
  /** What the components of a page may ask for: set by the page before anything renders. */
  interface Locals {
    reading: import('./reading.ts').Reading;
    /** On the page of examples: the MDX of each state, by the name of the state. */
    samples?: ReadonlyMap<string, string>;
  }
}
