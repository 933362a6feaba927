import { axeSource } from './accessibility.ts';
import type { Firefox } from './firefox.ts';

/** What axe finds wrong with the page of the tab, a line for each place. */
export async function violationsInFirefox(firefox: Firefox): Promise<string> {
  await firefox.evaluate(`${axeSource}; 'here'`);
  return firefox.evaluate(
    `axe.run({ resultTypes: ['violations'], preload: false }).then(({ violations }) => violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => id + ': ' + html.slice(0, 160))).join('\\n'))`,
  );
}
