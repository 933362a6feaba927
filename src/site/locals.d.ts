declare namespace App {
  /** Values for the components of a page, set before anything renders. */
  interface Locals {
    reading: import('./reading.ts').Reading;
    /** MDX of each state on the page of examples, by the name of the state. */
    samples?: ReadonlyMap<string, string>;
  }
}
