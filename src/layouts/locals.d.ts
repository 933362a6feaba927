declare namespace App {
  /** What the components of a page may ask for: set by the page before anything renders. */
  interface Locals {
    reading: import('./reading.ts').Reading;
  }
}
