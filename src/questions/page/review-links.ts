import { interpolate } from '../../site/interpolate.ts';
import { part } from '../../site/query-part.ts';

/**
 * Fills a list with links to reviewed answers, each with the pages to reread.
 * @param player holds the reviews (part `review`)
 * @param items positions of the answers, from 0
 */
export function linkReviews(
  player: HTMLElement,
  list: HTMLElement,
  items: readonly number[],
): void {
  const reviews = part(player, 'review').children;
  list.replaceChildren(
    ...items.flatMap((item) => {
      const review = reviews[item];
      if (review === undefined) return [];
      review.id = `reviewed-${item + 1}`;
      const line = document.createElement('li');
      const link = document.createElement('a');
      link.href = `#${review.id}`;
      link.textContent = interpolate(part(player, 'result').dataset['question'], {
        number: item + 1,
      });
      line.append(link, ': ', part(review, 'reread').cloneNode(true));
      return [line];
    }),
  );
}
