/** One row of a table: the token for an answer in a report, and its words. */
export interface Row {
  readonly token: string;
  readonly words: string;
}

/** A question or a decision, with the id that a report uses. */
export interface Entry {
  readonly id: string;
  readonly asks: string;
  /** One table of answers for each part of the question; none for a number. */
  readonly tables: readonly (readonly Row[])[];
}

/** Returns the token of an answer in a report, from its id or from its position in the authored order. */
export type TokenOf = (id: string, place: number) => string;

/**
 * @param rule space-separated tokens by position; or, for tokens made from ids, the replacement for a hyphen
 */
export function tokensBy(rule: { readonly places?: string; readonly hyphen?: string }): TokenOf {
  const places = rule.places?.split(' ');
  return (id, place) => places?.[place] ?? id.replaceAll('-', rule.hyphen ?? '-');
}

/**
 * The questions of a bank, in the order of the bank.
 * @param articles HTML of the questions as on the pages; answers are in authored order, except steps
 * @param orders of questions with steps, the ids of the steps in authored order
 */
export function questionsOf(
  articles: string,
  tokenOf: TokenOf,
  orders: ReadonlyMap<string, readonly string[]> = new Map(),
): Entry[] {
  const page = new DOMParser().parseFromString(articles, 'text/html');
  return [...page.querySelectorAll<HTMLElement>('article[data-bank]')].map((article) => {
    const rows = (selector: string, idOf: (element: HTMLElement) => string | undefined) =>
      [...article.querySelectorAll<HTMLElement>(selector)].map((element, place) => ({
        token: tokenOf(idOf(element) ?? '', place),
        words: wordsOf(element.querySelector('label') ?? element),
      }));
    const id = article.dataset['bank'] ?? '';
    const steps = [...article.querySelectorAll<HTMLElement>('.sequence li')].map((step) => ({
      id: step.querySelector('input')?.value ?? '',
      words: wordsOf(step.querySelector('span') ?? step),
    }));
    const inOrder = (orders.get(id) ?? []).map((step, place) => ({
      token: tokenOf(step, place),
      words: steps.find((each) => each.id === step)?.words ?? '',
    }));
    return {
      id,
      asks: [...article.querySelectorAll('form > p:not([class], [role]), legend > span')]
        .map(wordsOf)
        .join(' '),
      tables: [
        rows('li[data-part]', ({ dataset }) => dataset['part']),
        rows('.targets data', (element) => element.getAttribute('value') ?? undefined),
        inOrder,
      ].filter(({ length }) => length > 0),
    };
  });
}

/** Parses the step orders of a bank in the guide: `question step step;question step`. */
export const ordersIn = (text = ''): Map<string, readonly string[]> =>
  new Map(
    text
      .split(';')
      .map((each) => each.split(' '))
      .map(([question = '', ...steps]) => [question, steps]),
  );

/**
 * The decisions of a case, in the order of the case.
 * @param decisions heading of the scene and label of the choice, by `scene.choice`
 */
export function decisionsOf(
  caseId: string,
  decisions: Readonly<Record<string, string>>,
  tokenOf: TokenOf,
): Entry[] {
  const scenes = new Map<string, [choice: string, words: string][]>();
  for (const [key, words] of Object.entries(decisions)) {
    const [scene = '', choice = ''] = key.split('.');
    scenes.set(scene, [...(scenes.get(scene) ?? []), [choice, words]]);
  }
  return [...scenes].map(([scene, choices]) => {
    const heading = sharedHeading(choices.map(([, words]) => words));
    return {
      id: `${caseId}.${scene}`,
      asks: heading,
      tables: [
        choices.map(([choice, words], place) => ({
          token: tokenOf(choice, place),
          words: heading === '' ? words : words.slice(heading.length + ': '.length),
        })),
      ],
    };
  });
}

/** The prefix, up to a colon, that all headings share; a heading can contain another colon. */
function sharedHeading([first = '', ...others]: readonly string[]): string {
  for (let end = first.indexOf(': '); end >= 0; end = first.indexOf(': ', end + 1))
    if (others.every((words) => words.startsWith(first.slice(0, end + 2)))) {
      const next = first.indexOf(': ', end + 1);
      const longer = next >= 0 ? first.slice(0, next + 2) : undefined;
      if (longer === undefined || !others.every((words) => words.startsWith(longer)))
        return first.slice(0, end);
    }
  return '';
}

const wordsOf = (element: Element) => element.textContent.replace(/\s+/g, ' ').trim();
