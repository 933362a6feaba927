/** An element of an SVG file. */
export interface DrawingElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** Line on which its tag begins. */
  readonly line: number;
  readonly children: (DrawingElement | string)[];
}
