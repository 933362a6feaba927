import { loadScriptGlobal } from '../../src/site/load-script.ts';
import { decisionsOf, ordersIn, questionsOf, tokensBy, type Entry, type Row } from './words.ts';

/**
 * Fills the reporting guide with the words of questions and decisions from the files that the course itself
 * uses, so that a package contains them only once (P52).
 */
const { dataset } = document.body;
const tokenOf = tokensBy({
  ...(dataset['places'] !== undefined && { places: dataset['places'] }),
  ...(dataset['hyphen'] !== undefined && { hyphen: dataset['hyphen'] }),
});
let decisions: Promise<Readonly<Record<string, Readonly<Record<string, string>>>>> | undefined;

async function entriesOf(section: HTMLElement): Promise<Entry[]> {
  const { bank, orders, case: caseId = '', decisions: src = '' } = section.dataset;
  if (bank !== undefined) {
    const { articles } = await loadScriptGlobal<{ readonly articles: string }>(bank, 'atiBank');
    return questionsOf(articles, tokenOf, ordersIn(orders));
  }
  decisions ??= loadScriptGlobal(src, 'atiDecisions');
  return decisionsOf(caseId, (await decisions)[caseId] ?? {}, tokenOf);
}

function element(name: string, ...content: (string | Node)[]) {
  const made = document.createElement(name);
  made.append(...content);
  return made;
}

function table(rows: readonly Row[]) {
  const head = (text: string, scope: string) => {
    const cell = element('th', text);
    cell.setAttribute('scope', scope);
    return cell;
  };
  return element(
    'table',
    element(
      'thead',
      element('tr', head(dataset['token'] ?? '', 'col'), head(dataset['words'] ?? '', 'col')),
    ),
    element(
      'tbody',
      ...rows.map(({ token, words }) => element('tr', head(token, 'row'), element('td', words))),
    ),
  );
}

const shown = ({ id, asks, tables }: Entry) => [
  element('h4', element('code', id)),
  element('p', asks),
  ...(tables.length === 0 ? [element('p', dataset['number'] ?? '')] : tables.map(table)),
];

async function fill() {
  for (const section of document.querySelectorAll<HTMLElement>('[data-bank], [data-case]'))
    try {
      section.append(...(await entriesOf(section)).flatMap(shown));
    } catch {
      section.append(element('p', dataset['missing'] ?? ''));
    }
  dataset['complete'] = '';
}

void fill();
