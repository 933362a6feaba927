import { loadBanks, type ModuleBank } from '../../questions/page/module-banks.ts';
import { interpolate } from '../../site/interpolate.ts';
import { part } from '../../site/query-part.ts';
import type { Asking } from './asking.ts';

/** The messages of the sheets, with placeholders. */
interface EnvelopeWords {
  readonly open: string;
  readonly key: string;
}

/**
 * Lays out the questions of each day on a separate sheet for an envelope, followed by a sheet with their answers.
 * @param page contains the part `envelopes` and those that `loadBanks` fills
 * @throws where a bank cannot be loaded
 */
export async function layEnvelopes(
  page: HTMLElement,
  banks: readonly ModuleBank[],
  days: readonly (readonly [string, readonly Asking[]])[],
  { open, key }: EnvelopeWords,
): Promise<void> {
  const needed = days.flatMap(([, askings]) => askings.map(({ bank }) => bank));
  await loadBanks(
    page,
    banks.filter((bank) => needed.includes(bank)),
  );
  part(page, 'envelopes').replaceChildren(
    ...days.flatMap(([day, askings]) => [
      sheet(interpolate(open, { day, count: askings.length }), askings, copyOfQuestion),
      sheet(interpolate(key, { day }), askings, copyOfAnswer),
    ]),
  );
}

function sheet(
  title: string,
  askings: readonly Asking[],
  copy: (id: string) => Element | undefined,
): HTMLElement {
  const made = document.createElement('section');
  made.className = 'envelope';
  const heading = document.createElement('h2');
  heading.textContent = title;
  const list = document.createElement('ol');
  list.append(
    ...askings.flatMap(({ variant }) => {
      const copied = copy(variant);
      if (copied === undefined) return [];
      const line = document.createElement('li');
      line.append(copied);
      return [line];
    }),
  );
  made.append(heading, list);
  return made;
}

const copyOfQuestion = (id: string) => copied(`[data-bank="${id}"] form`);

function copyOfAnswer(id: string): Element | undefined {
  const answer = copied(`#answer-${id}`);
  if (answer instanceof HTMLDetailsElement) answer.open = true;
  return answer;
}

/** Copies an element without its ids, which must be unique in a page. */
function copied(selector: string): Element | undefined {
  const copy = document.querySelector(selector)?.cloneNode(true) as Element | undefined;
  for (const element of copy ? [copy, ...copy.querySelectorAll('[id], button, .label')] : []) {
    element.removeAttribute('id');
    if (element.matches('button, .label')) element.remove();
  }
  return copy;
}
