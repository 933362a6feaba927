import type { MdastNode } from 'satteri';

/** Kind of thing that an attribute of a component names; it decides how the attribute is checked. */
export type AttributeKind =
  /** Words that are shown. */
  | 'text'
  /** The place in a source, such as `art. 3`. */
  | 'place'
  /** Id of a source in `sources.yaml`. */
  | 'source'
  /** Id of a term in `glossary.yaml`. */
  | 'term'
  /** Id of a question of the module with `use: lesson`. */
  | 'question'
  /** Name of a drawing, `figures/<name>.svg`. */
  | 'drawing'
  /** Name of a chart, `figures/<name>.yaml`. */
  | 'chart'
  /** Id of a module. */
  | 'module'
  /** A role, such as `police`. */
  | 'role'
  /** An id that is unique in the page. */
  | 'id';

export interface Attribute {
  readonly kind: AttributeKind;
  readonly isOptional?: true;
}

/** A component as it stands in the tree of an MDX file. */
export type ComponentNode = Extract<MdastNode, { type: 'mdxJsxFlowElement' | 'mdxJsxTextElement' }>;

/** Takes what is wrong with the content of a component; `node` is where, the component by default. */
export type ReportShape = (message: string, suggestion: string, node?: MdastNode) => void;

/** Definition of a component that authors use in MDX, for the content check. */
export interface ComponentDefinition {
  /** The tag, which is also the name of its folder and of its `.astro` file. */
  readonly name: string;
  readonly attributes: Readonly<Record<string, Attribute>>;
  /** Whether it holds nothing and is written `<Name ... />`. */
  readonly isEmpty?: true;
  /** Whether it stands in a sentence, and never as a paragraph of its own. */
  readonly isInline?: true;
  /**
   * Kind of its content for the rule `unsourced-claim`: the course's own `prose` (the default), a `quotation`
   * that names its source, `fiction` that states no facts, or a `figure` that the text beside it may
   * give the source of.
   */
  readonly content?: 'prose' | 'quotation' | 'fiction' | 'figure';
  /** Whether it draws something, as the form of a module asks for. */
  readonly isDrawing?: true;
  /** Reports content of another shape than the component draws. */
  readonly shape?: (node: ComponentNode, report: ReportShape) => void;
}

export const text: Attribute = { kind: 'text' };
export const source: Attribute = { kind: 'source' };
export const place: Attribute = { kind: 'place', isOptional: true };
