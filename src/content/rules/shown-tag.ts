import { lineOfMatch, type Passage } from '../mdx/passage.ts';
import { inFiles } from './in-files.ts';
import type { Rule } from './rule.ts';

/** Files in which some texts are Markdown, with the fields of these texts. */
const markdown =
  /^[^/]+\/(?:glossary\.yaml|library\.yaml|scenarios\/.*|modules\/.*\/questions\.yaml|examples\/questions\.yaml)$/;
const fields = new Set(
  'stem text feedback right low high definition purpose sound evidence consequence reason'.split(
    ' ',
  ),
);

const isMarkdown = ({ file, field = '' }: Passage) => markdown.test(file) && fields.has(field);

/**
 * Tags in texts of YAML, and character references such as `&lt;` in texts that are not Markdown. Both would be shown
 * literally, because components and HTML work only in pages.
 */
export const shownTag: Rule = {
  id: 'shown-tag',
  check: inFiles(/\.yaml$/, ({ path: file, passages }, report) => {
    for (const passage of passages) {
      const tell = (index: number, message: string, suggestion: string) =>
        report({ file, line: lineOfMatch(passage, index), message, suggestion });
      for (const { 0: tag, index } of passage.text.matchAll(/<\/?[a-zA-Z][^<>]*>/g))
        tell(
          index,
          `"${tag}" would be shown as it stands.`,
          'Leave it out: tags work in lessons and other pages only.',
        );
      if (passage.field === undefined || isMarkdown(passage)) continue;
      for (const { 0: name, index } of passage.text.matchAll(/&(?:[a-zA-Z]\w*|#\d+|#x[\da-f]+);/gi))
        tell(index, `"${name}" would be shown as it stands.`, 'Write the character itself.');
    }
  }),
};
