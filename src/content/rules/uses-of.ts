import { componentNamed } from '../../lesson/vocabulary.ts';
import type { AttributeKind } from '../../lesson/component.ts';
import { ownerOf } from '../content-paths.ts';
import type { ParsedContent } from '../parsed-content.ts';

/** An attribute of a component in a page that names something. */
export interface Use {
  readonly file: string;
  readonly line: number;
  readonly component: string;
  readonly value: string;
  /** The module whose folder contains the page, or `examples`; undefined for other pages. */
  readonly owner: string | undefined;
}

/** Every attribute of a kind in the pages of the course, in order; missing or empty attributes are skipped. */
export function* usesOf({ bodies }: ParsedContent, kind: AttributeKind): Generator<Use> {
  for (const [file, { uses }] of bodies)
    for (const { name: component, attributes, line } of uses)
      for (const [attribute, definition] of Object.entries(
        componentNamed(component)?.attributes ?? {},
      )) {
        const value = attributes[attribute];
        if (definition.kind === kind && value !== undefined && value !== '')
          yield { file, line, component, value, owner: ownerOf(file) };
      }
}
