import { getEntry, render } from 'astro:content';
import type { ComponentUse } from '../content/mdx/mdx-file.ts';
import { pageContent } from '../content/page-content.ts';

/** The component with a field for notes. */
const noting = 'Reflect';
/** Components that process input of the reader. */
const answering: readonly string[] = ['Check', noting];

/** Components without styles of their own, or with styles that every page has. */
const plain: readonly string[] = ['BenchCard', 'Caution', 'Checklist', 'Cite', 'Claim'];
/** Components with styles in `card.css`. */
const onCards: readonly string[] = ['Compare', 'Steps'];

/**
 * Whether a page needs `lesson.css`, the stylesheet of the author's components.
 * @param uses the components of the page
 * @param isCard whether it has `card.css`
 */
export const needsLessonStyles = (uses: readonly ComponentUse[], isCard = false): boolean =>
  uses.some(({ name }) => !plain.includes(name) && !(isCard && onCards.includes(name)));

/**
 * Loads an MDX page: its body, rendered by Astro, with its front matter and components. `script` names the script it
 * needs: `lesson` if a reader can answer something, else `page`. `hasNotes` says whether the page has a notes field.
 * @param id path below the language, without `.mdx`, such as `modules/pre-arrest/summary`
 * @throws if the course has no such page
 */
export async function mdxPage(language: string, id: string) {
  const entry = await getEntry('mdx', `${language}/${id}`);
  if (entry === undefined) throw new Error(`The course has no page ${language}/${id}.mdx.`);
  const { Content } = await render(entry);
  const content = pageContent(language, id);
  const isAnswered = content.uses.some(({ name }) => answering.includes(name));
  const script = isAnswered ? 'lesson' : 'page';
  const hasNotes = content.uses.some(({ name }) => name === noting);
  return { Content, script, hasNotes, ...content };
}
