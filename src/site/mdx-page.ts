import { getEntry, render } from 'astro:content';
import { pageContent } from '../content/page-content.ts';

/**
 * A page made of MDX: its body, rendered by Astro, with its front matter and components.
 * @param id path below the language, without `.mdx`, such as `modules/pre-arrest/summary`
 * @throws where the course has no such page
 */
export async function mdxPage(language: string, id: string) {
  const entry = await getEntry('mdx', `${language}/${id}`);
  if (entry === undefined) throw new Error(`the course has no page ${language}/${id}.mdx`);
  const { Content } = await render(entry);
  return { Content, source: entry.body ?? '', ...pageContent(language, id) };
}
